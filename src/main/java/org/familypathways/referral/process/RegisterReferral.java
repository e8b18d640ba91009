package org.familypathways.referral.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.intake.MatchedReferral;
import org.familypathways.intake.ReferralIntake;
import org.familypathways.record.Entry;
import org.familypathways.record.RecordEntries;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Component;

/** Takes a referral that an officer wrote down onto record; one that came by another door is on record already. */
@Component
class RegisterReferral implements JavaDelegate {

    private final RecordEntries entries;
    private final ReferralIntake intake;
    private final Clocks clocks;
    private final Clock clock;

    RegisterReferral(RecordEntries entries, ReferralIntake intake, Clocks clocks, Clock clock) {
        this.entries = entries;
        this.intake = intake;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReferralProcess.STRATEGY_DISCUSSION_CALLED.set(execution, false);
        if (FAMILY_ID.find(execution).isEmpty()) {
            Entry contact = entries.latest(execution.getProcessInstanceId(), ReferralProcess.CONTACT)
                    .orElseThrow();
            remember(execution, new RecordedContact(contact));
        }
        ReferralProcess.STRATEGY_DISCUSSION_CALLED.set(execution, false);
        var child =
                new ClockSubject(FAMILY_ID.from(execution), CHILD_ID.from(execution), execution.getProcessInstanceId());
        LocalDate receivedOn = LocalDate.parse(ReferralProcess.RECEIVED_ON.from(execution));
        clocks.start("T01", child, receivedOn);
        clocks.start("T03", child, receivedOn);
    }

    private void remember(DelegateExecution execution, RecordedContact contact) {
        contact.requirePast(LocalDate.now(clock));
        MatchedReferral matched = intake.receive(contact.asReferral());
        entries.attachTo(execution.getProcessInstanceId(), matched.familyId(), matched.childId());
        FAMILY_ID.set(execution, matched.familyId());
        CHILD_ID.set(execution, matched.childId());
        ReferralProcess.CHILD_ALREADY_KNOWN.set(execution, matched.alreadyKnown());
        ReferralProcess.RE_REFERRAL.set(execution, matched.referredWithinTwelveMonths());
        ReferralProcess.IMMEDIATE_DANGER.set(execution, contact.isChildInDanger());
        ReferralProcess.THRESHOLD_UNCLEAR.set(execution, contact.isThresholdUnclear());
    }
}
