package org.familypathways.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it reached the front door, by whichever door. It names a person: keep it out of engine variables, logs
 * and exception texts.
 *
 * @param firstName null when nobody knows it, or the child is not born yet
 * @param birthDate null when unknown, or the child is not born yet
 * @param expectedBirthDate of a child not born yet
 * @param sex {@code M}, {@code F} or {@code U} (unknown)
 * @param laChildId the authority's own number of the child, when the sender knows it
 * @param upn the child's unique pupil number, when the sender knows it
 * @param area the area that decides which teams serve the family, for example {@code north}
 * @param sourceCode the census's code of who referred, {@code 1A} to {@code 10}
 * @param primaryNeed the census's code {@code N0} to {@code N9}; null while not assessed
 * @param receivedOn the day the referral was received, from which the decision's working day counts
 * @param immediateDanger whether the child may be in danger now; a strategy discussion then does not wait
 */
public record ReceivedReferral(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate expectedBirthDate,
        String sex,
        @Nullable String laChildId,
        @Nullable String upn,
        String area,
        String sourceCode,
        @Nullable String primaryNeed,
        LocalDate receivedOn,
        boolean immediateDanger) {}
