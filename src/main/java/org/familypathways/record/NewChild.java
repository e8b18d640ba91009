package org.familypathways.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a child when the record is opened. A census file brings no names; an unborn child has an expected
 * date instead of a birth date.
 *
 * @param sex {@code M}, {@code F} or {@code U}, as the census has it
 * @param authorityChildId the authority's own number for the child, which the census calls LAchildID
 */
public record NewChild(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate expectedBirthDate,
        @Nullable String sex,
        @Nullable String authorityChildId,
        @Nullable String uniquePupilNumber) {}
