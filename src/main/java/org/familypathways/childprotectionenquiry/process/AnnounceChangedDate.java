package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.CHANGE_DATE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AnnounceChangedDate implements JavaDelegate {

    private final BookedDays days;

    AnnounceChangedDate(BookedDays days) {
        this.days = days;
    }

    @Override
    public void execute(DelegateExecution execution) {
        days.announce(execution, CHANGE_DATE);
    }
}
