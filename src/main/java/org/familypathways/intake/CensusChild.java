package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One child of a census file. The file knows no names and no parents. Anything may be missing until the rules have
 * judged the child.
 *
 * @param line where the child begins in the file
 * @param laChildId the authority's own number of the child
 * @param sex M, F or U (unknown, or not yet born)
 */
record CensusChild(
        int line,
        @Nullable String laChildId,
        @Nullable String upn,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate expectedBirthDate,
        @Nullable String sex,
        @Nullable LocalDate deathDate,
        @Nullable String ethnicity,
        List<String> disabilities,
        List<CensusEpisode> episodes) {

    Stream<LocalDate> conferences() {
        return episodes.stream().flatMap(CensusEpisode::conferences);
    }
}
