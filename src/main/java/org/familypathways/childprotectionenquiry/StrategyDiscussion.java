package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.familypathways.record.PracticeRuleBroken;

/**
 * Children's social care, the police and health decide together whether a section 47 enquiry is needed and how it is
 * made. Without one of the three there is no strategy discussion.
 *
 * @param attendees the codes of who took part
 */
public record StrategyDiscussion(LocalDate heldOn, Set<String> attendees) {

    private static final Map<String, String> MUST_TAKE_PART = new LinkedHashMap<>();

    static {
        MUST_TAKE_PART.put("social-care", "children’s social care");
        MUST_TAKE_PART.put("police", "the police");
        MUST_TAKE_PART.put("health", "health");
    }

    /** @throws PracticeRuleBroken when one of the three was missing, or the day is still to come */
    public static StrategyDiscussion held(LocalDate heldOn, Set<String> attendees, LocalDate today) {
        if (heldOn.isAfter(today)) {
            throw new PracticeRuleBroken(
                    "The strategy discussion cannot have been held on a day that is still to come.");
        }
        String missing = MUST_TAKE_PART.entrySet().stream()
                .filter(agency -> !attendees.contains(agency.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new PracticeRuleBroken("A strategy discussion needs children’s social care, the police and health;"
                    + " it is missing %s.".formatted(missing));
        }
        return new StrategyDiscussion(heldOn, attendees);
    }
}
