package org.familypathways.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A child of a family; the unit of the law, whatever else is counted. */
public record Child(
        String id,
        String familyId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate expectedBirthDate,
        @Nullable String sex,
        @Nullable String authorityChildId,
        @Nullable String uniquePupilNumber) {

    /** The name, or the reference of a child whose name nobody recorded yet. */
    public String displayName() {
        if (firstName == null && lastName == null) {
            return "Child " + id;
        }
        return "%s %s"
                .formatted(firstName == null ? "" : firstName, lastName == null ? "" : lastName)
                .strip();
    }
}
