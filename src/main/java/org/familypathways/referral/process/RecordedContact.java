package org.familypathways.referral.process;

import java.time.LocalDate;
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
