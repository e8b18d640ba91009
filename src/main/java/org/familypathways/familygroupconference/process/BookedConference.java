package org.familypathways.familygroupconference.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.familypathways.record.Entry;

/** Takes the day of a conference from the form on which it was booked, for the first time or again. */
final class BookedConference {

    private BookedConference() {}

    /** @throws org.familypathways.engine.SubmissionRefused when no conference can be on that day */
    static void book(FamilyGroupConferences conferences, Entry booking, DelegateExecution execution) {
        var step = CaseStep.of(execution);
        conferences.book(step.familyId(), ConferenceAnswers.day(booking), step.processInstanceId());
    }

    static void bookAndInvite(FamilyGroupConferences conferences, Entry booking, DelegateExecution execution) {
        book(conferences, booking, execution);
        invite(conferences, booking, execution);
    }

    static void invite(FamilyGroupConferences conferences, Entry booking, DelegateExecution execution) {
        var step = CaseStep.of(execution);
        conferences.invite(step.familyId(), ConferenceAnswers.day(booking), step.once());
    }
}
