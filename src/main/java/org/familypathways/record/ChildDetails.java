package org.familypathways.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a worker may add and change about a child; see {@link NewChild} for what each means. */
public record ChildDetails(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate expectedBirthDate,
        @Nullable String sex) {

    public static ChildDetails of(Child child) {
        return new ChildDetails(
                child.firstName(), child.lastName(), child.birthDate(), child.expectedBirthDate(), child.sex());
    }

    NewChild asNew() {
        return new NewChild(firstName, lastName, birthDate, expectedBirthDate, sex, null, null);
    }
}
