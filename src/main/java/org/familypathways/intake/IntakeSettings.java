package org.familypathways.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Choices of the authority about what comes in.
 *
 * @param offerConferencesWithinDays how many days before the import's "as of" date an initial conference may lie to
 *     lead to the offer of a Family Group Conference
 * @param childrenPerTransaction how many children of a census file come in together
 * @param largestFile how large a census file may be
 * @param importInBackground whether this node reads waiting census files by itself
 */
@ConfigurationProperties("familypathways.intake")
record IntakeSettings(
        @DefaultValue("28") int offerConferencesWithinDays,
        @DefaultValue("500") int childrenPerTransaction,
        @DefaultValue("1GB") DataSize largestFile,
        @DefaultValue("true") boolean importInBackground) {}
