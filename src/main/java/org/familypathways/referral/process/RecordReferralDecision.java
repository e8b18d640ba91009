package org.familypathways.referral.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.referral.ReferralDecisions;
import org.familypathways.referral.ReferralOutcome;
import org.springframework.stereotype.Component;

@Component
class RecordReferralDecision implements JavaDelegate {

    private final ReferralDecisions decisions;
    private final Clock clock;

    RecordReferralDecision(ReferralDecisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var decision = new ReferralDecisions.Decision(
                FAMILY_ID.from(execution),
                CHILD_ID.from(execution),
                LocalDate.now(clock),
                LocalDate.parse(ReferralProcess.RECEIVED_ON.from(execution)),
                ReferralOutcome.of(ReferralProcess.REFERRAL_OUTCOME.from(execution)),
                ReferralProcess.RE_REFERRAL.find(execution).orElse(false));
        decisions.record(decision, execution.getProcessInstanceId());
    }
}
