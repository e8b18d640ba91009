package org.familypathways.familygroupconference;

import java.util.List;
import java.util.Map;
import org.familypathways.letter.LetterKind;
import org.familypathways.letter.LetterRefused;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.FamilyPlan;
import org.familypathways.record.FamilyPlan.Action;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.NetworkMember;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One person's own copy of the plan that the family made, as it was agreed. */
@Component
@Order(30)
class PlanLetter implements LetterKind {

    private final FamilyPlans plans;

    PlanLetter(FamilyPlans plans) {
        this.plans = plans;
    }

    /** One line of the plan. */
    public record Line(String what, String who, String byWhen) {}

    @Override
    public String code() {
        return "family-plan";
    }

    @Override
    public String title() {
        return "Family plan";
    }

    @Override
    public Map<String, Object> details(NetworkMember to) {
        ConferenceGuests.require(to);
        FamilyPlan plan = plans.ofFamily(to.familyId()).stream()
                .filter(each -> each.closedOn() == null)
                .findFirst()
                .orElseThrow(() -> new LetterRefused("The family has no plan that is in force."));
        List<Line> lines = plan.actions().stream().map(PlanLetter::line).toList();
        return Map.of("agreedOn", EnglishTime.day(plan.agreedOn()), "summary", plan.summary(), "lines", lines);
    }

    private static Line line(Action action) {
        return new Line(
                action.action(),
                action.ownerName(),
                action.dueOn() == null ? "No day is set" : EnglishTime.day(action.dueOn()));
    }
}
