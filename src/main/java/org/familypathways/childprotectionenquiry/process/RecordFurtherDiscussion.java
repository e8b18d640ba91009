package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.CONSIDER_FURTHER_CONCERN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A later strategy discussion is kept as one that began nothing: the count of fifteen working days goes on. */
@Component
class RecordFurtherDiscussion implements JavaDelegate {

    private final StrategyDiscussions discussions;

    RecordFurtherDiscussion(StrategyDiscussions discussions) {
        this.discussions = discussions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        discussions.record(execution, CONSIDER_FURTHER_CONCERN, "furtherDiscussionOn", false);
    }
}
