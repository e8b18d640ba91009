package org.familypathways.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Choices of the authority about what comes in.
 *
 * @param offerConferencesWithinDays how many days before the import's "as of" date an initial conference may lie to
 *     lead to the offer of a Family Group Conference
 * @param childrenPerTransaction how many children of a census file come in together
 * @param importInBackground whether this node reads waiting census files by itself
 */
@ConfigurationProperties("familypathways.intake")
record IntakeSettings(
        @DefaultValue("28") int offerConferencesWithinDays,
        @DefaultValue("500") int childrenPerTransaction,
        @DefaultValue("true") boolean importInBackground) {}
