package org.familypathways.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Pre-proceedings as the census asks for them from 2026-27.
 *
 * @param meetingOffered whether the letter before proceedings offered family group decision-making; null when not said
 */
record CensusPreProceedings(
        int line,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate letterSentOn,
        @Nullable Boolean meetingOffered,
        @Nullable LocalDate stepDecidedOn,
        @Nullable LocalDate courtAppliedOn,
        @Nullable LocalDate careLetterOn) {}
