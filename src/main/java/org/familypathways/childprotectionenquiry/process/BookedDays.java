package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.childprotectionenquiry.InitialConferences;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

/** Takes the day of a conference from the form on which it was booked, for the first time or again. */
@Component
class BookedDays {

    private final StepAnswers answers;
    private final InitialConferences conferences;

    BookedDays(StepAnswers answers, InitialConferences conferences) {
        this.answers = answers;
        this.conferences = conferences;
    }

    void announce(DelegateExecution execution, String taskKey) {
        Entry booking = answers.at(execution, taskKey);
        conferences.book(
                FAMILY_ID.from(execution),
                booking.date("conferenceOn"),
                booking.text("whyLate"),
                execution.getProcessInstanceId(),
                execution.getProcessInstanceId() + ":" + execution.getActivityInstanceId());
    }
}
