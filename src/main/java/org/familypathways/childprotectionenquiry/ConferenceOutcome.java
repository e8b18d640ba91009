package org.familypathways.childprotectionenquiry;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an initial child protection conference decided.
 *
 * @param strategyDiscussionOn the strategy discussion that began the enquiry
 * @param familyGroupConferenceOfferExplained whether the family heard there that they will be offered one
 * @param dissent whether an agency disagreed
 * @param children the decision for each child
 */
public record ConferenceOutcome(
        String familyId,
        LocalDate heldOn,
        LocalDate strategyDiscussionOn,
        boolean familyGroupConferenceOfferExplained,
        boolean dissent,
        Map<String, ChildDecision> children) {

    /**
     * The decision for one child.
     *
     * @param category the census's code of the category of abuse; null without a plan
     * @param insteadOfPlan what happens without a plan; null with one
     */
    public record ChildDecision(
            boolean planMade,
            @Nullable String category,
            @Nullable String insteadOfPlan) {

        ChildProtectionPlanDecided asFact(String familyId, String childId, LocalDate heldOn) {
            return new ChildProtectionPlanDecided(familyId, childId, heldOn, planMade, category, insteadOfPlan);
        }
    }

    /** Whether any child of the family has a plan now. */
    public boolean isPlanMade() {
        return children.values().stream().anyMatch(ChildDecision::planMade);
    }

    InitialConferenceHeld heldFor(String childId) {
        return new InitialConferenceHeld(
                familyId, childId, heldOn, strategyDiscussionOn, familyGroupConferenceOfferExplained, dissent);
    }
}
