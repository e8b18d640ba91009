package org.familypathways.demo;

import java.util.List;
import java.util.Map;
import org.familypathways.access.DemoMode;
import org.familypathways.demo.process.DemoHands;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** What the front door does in the demo families. */
@Component
@Conditional(DemoMode.class)
class DemoReferrals {

    private static final String OFFICER = "sam.lee";
    private static final String MANAGER = "grace.obi";

    private final DemoHands hands;
    private final DemoDays days;

    DemoReferrals(DemoHands hands, DemoDays days) {
        this.hands = hands;
        this.days = days;
    }

    /** @return the family */
    String refer(DemoChild child, int daysAgo, boolean thresholdClear, String worry) {
        return hands.begin(
                OFFICER,
                "referral",
                Map.ofEntries(
                        Map.entry("dangerNow", "no"),
                        Map.entry("receivedOn", days.weekday(-daysAgo)),
                        Map.entry("firstName", child.firstName()),
                        Map.entry("lastName", child.lastName()),
                        Map.entry("born", "born"),
                        Map.entry("birthDate", child.born()),
                        Map.entry("sex", "U"),
                        Map.entry("laChildId", child.number()),
                        Map.entry("area", child.area()),
                        Map.entry("sourceCode", "2A"),
                        Map.entry("primaryNeed", "N1"),
                        Map.entry("worry", worry),
                        Map.entry("thresholdClear", thresholdClear ? "yes" : "no")));
    }

    void acknowledge(String family, int daysAgo) {
        hands.complete(
                OFFICER,
                family,
                "userTask_acknowledgeReferrer",
                Map.of("acknowledged", "told", "acknowledgedOn", days.weekday(-daysAgo)));
    }

    void check(String family) {
        hands.complete(
                OFFICER,
                family,
                "userTask_makeMultiAgencyChecks",
                Map.of(
                        "agenciesAsked",
                        List.of("police", "school"),
                        "whatAgenciesSaid",
                        "The police were called once, in the summer. The school knows of nothing."));
    }

    void callForStrategyDiscussion(String family) {
        hands.complete(
                MANAGER,
                family,
                "userTask_decideReferral",
                Map.of("referralOutcome", "strategy-discussion", "reason", "The child may be suffering neglect."));
    }

    void acceptForAssessment(String family) {
        hands.complete(
                MANAGER,
                family,
                "userTask_decideReferral",
                Map.of(
                        "referralOutcome",
                        "assessment",
                        "reason",
                        "The family wants help and may need it for a while."));
    }
}
