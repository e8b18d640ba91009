package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One period in which a child was in need, from referral to closure.
 *
 * @param conferenceHere an initial conference recorded on the episode itself, as for a plan transferred in
 * @param noFurtherAction whether the referral led to nothing
 */
record CensusEpisode(
        int line,
        @Nullable LocalDate referredOn,
        @Nullable String referralSource,
        @Nullable String primaryNeed,
        @Nullable LocalDate closedOn,
        @Nullable String closureReason,
        @Nullable LocalDate conferenceHere,
        boolean noFurtherAction,
        List<CensusAssessment> assessments,
        List<CensusPlan> childInNeedPlans,
        List<CensusEnquiry> enquiries,
        List<CensusProtectionPlan> protectionPlans,
        List<CensusPreProceedings> preProceedings) {

    boolean isOpen() {
        return closedOn == null;
    }

    /** The days on which an initial child protection conference was held, each once. */
    Stream<LocalDate> conferences() {
        return Stream.concat(
                        Stream.ofNullable(conferenceHere),
                        enquiries.stream().map(CensusEnquiry::conferenceOn).filter(Objects::nonNull))
                .distinct();
    }
}
