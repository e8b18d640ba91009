package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.SET_NEW_DATE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AnnounceNewDate implements JavaDelegate {

    private final BookedDays days;

    AnnounceNewDate(BookedDays days) {
        this.days = days;
    }

    @Override
    public void execute(DelegateExecution execution) {
        days.announce(execution, SET_NEW_DATE);
    }
}
