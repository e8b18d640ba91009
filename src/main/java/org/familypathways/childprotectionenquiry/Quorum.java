package org.familypathways.childprotectionenquiry;

import java.util.Collection;

/**
 * Who must be at a conference for it to decide: children's social care and a number of other agencies.
 *
 * @param otherAgencies how many agencies besides social care
 */
public record Quorum(int otherAgencies) {

    private static final String SOCIAL_CARE = "social-care";

    /** @param present the codes of the agencies that came */
    public boolean isReachedBy(Collection<String> present) {
        long others = present.stream()
                .filter(agency -> !agency.equals(SOCIAL_CARE))
                .distinct()
                .count();
        return present.contains(SOCIAL_CARE) && others >= otherAgencies;
    }
}
