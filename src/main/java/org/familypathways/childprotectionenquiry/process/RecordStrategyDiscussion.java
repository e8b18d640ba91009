package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.HOLD_STRATEGY_DISCUSSION;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.SECTION_FORTY_SEVEN_NEEDED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordStrategyDiscussion implements JavaDelegate {

    private final StrategyDiscussions discussions;

    RecordStrategyDiscussion(StrategyDiscussions discussions) {
        this.discussions = discussions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean beganEnquiry = SECTION_FORTY_SEVEN_NEEDED.from(execution).equals("yes");
        discussions.record(execution, HOLD_STRATEGY_DISCUSSION, "strategyDiscussionOn", beganEnquiry);
    }
}
