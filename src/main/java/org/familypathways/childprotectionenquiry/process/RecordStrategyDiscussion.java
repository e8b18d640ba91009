package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.HOLD_STRATEGY_DISCUSSION;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.SECTION_FORTY_SEVEN_NEEDED;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.STRATEGY_DISCUSSION_ON;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Component;

/** From the day of the discussion on, everybody who took part waits for its record. */
@Component
class RecordStrategyDiscussion implements JavaDelegate {

    private static final String RECORD_SENT_CLOCK = "T08";

    private final StrategyDiscussions discussions;
    private final Clocks clocks;

    RecordStrategyDiscussion(StrategyDiscussions discussions, Clocks clocks) {
        this.discussions = discussions;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean beganEnquiry = SECTION_FORTY_SEVEN_NEEDED.from(execution).equals("yes");
        discussions.record(execution, HOLD_STRATEGY_DISCUSSION, "strategyDiscussionOn", beganEnquiry);
        clocks.start(
                RECORD_SENT_CLOCK,
                new ClockSubject(FAMILY_ID.from(execution), null, execution.getProcessInstanceId()),
                LocalDate.parse(STRATEGY_DISCUSSION_ON.from(execution)));
    }
}
