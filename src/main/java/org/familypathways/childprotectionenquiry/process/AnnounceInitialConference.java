package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.BOOK_CONFERENCE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AnnounceInitialConference implements JavaDelegate {

    private final BookedDays days;

    AnnounceInitialConference(BookedDays days) {
        this.days = days;
    }

    @Override
    public void execute(DelegateExecution execution) {
        days.announce(execution, BOOK_CONFERENCE);
    }
}
