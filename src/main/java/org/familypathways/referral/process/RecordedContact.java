package org.familypathways.referral.process;

import java.time.LocalDate;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.intake.ReceivedReferral;
import org.familypathways.record.Entry;
import org.jspecify.annotations.Nullable;

/** The start form, as an officer at the front door filled it in. */
record RecordedContact(Entry entry) {

    ReceivedReferral asReferral() {
        return new ReceivedReferral(
                entry.text("firstName"),
                entry.text("lastName"),
                date("birthDate"),
                date("expectedBirthDate"),
                required("sex"),
                entry.text("laChildId"),
                entry.text("upn"),
                required("area"),
                required("sourceCode"),
                required("primaryNeed"),
                LocalDate.parse(required("receivedOn")),
                isChildInDanger());
    }

    /** @throws SubmissionRefused when it tells of something that has happened on a day to come */
    void requirePast(LocalDate today) {
        if (LocalDate.parse(required("receivedOn")).isAfter(today)) {
            throw new SubmissionRefused("The contact cannot have arrived on a day that is still to come.");
        }
        LocalDate birthDate = date("birthDate");
        if (birthDate != null && birthDate.isAfter(today)) {
            throw new SubmissionRefused("The child cannot have been born on a day that is still to come.");
        }
    }

    boolean isChildInDanger() {
        return required("dangerNow").equals("yes");
    }

    boolean isThresholdUnclear() {
        return required("thresholdClear").equals("no");
    }

    private @Nullable LocalDate date(String key) {
        String day = entry.text(key);
        return day == null ? null : LocalDate.parse(day);
    }

    private String required(String key) {
        String answer = entry.text(key);
        if (answer == null) {
            throw new IllegalStateException("The contact form lacks %s".formatted(key));
        }
        return answer;
    }
}
