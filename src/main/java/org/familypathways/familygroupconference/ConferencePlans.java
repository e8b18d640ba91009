package org.familypathways.familygroupconference;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.FamilyPlan.Action;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.PracticeRuleBroken;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The plans that families make. A plan stands unless it does not keep the child safe; it is sent to everybody who has a
 * part in it, its actions are looked after, and the family meets again about it.
 */
@Service
public class ConferencePlans {

    private final ConferenceSettings settings;
    private final FamilyPlans plans;
    private final ConferenceCoordinators coordinators;
    private final ConferenceNews news;
    private final Clocks clocks;
    private final PracticeFacts facts;
    private final Clock clock;

    ConferencePlans(
            ConferenceSettings settings,
            FamilyPlans plans,
            ConferenceCoordinators coordinators,
            ConferenceNews news,
            Clocks clocks,
            PracticeFacts facts,
            Clock clock) {
        this.settings = settings;
        this.plans = plans;
        this.coordinators = coordinators;
        this.news = news;
        this.clocks = clocks;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws PracticeRuleBroken when the plan has no action */
    public void agree(
            String familyId, String summary, List<NewAction> actions, boolean withChanges, String processInstanceId) {
        LocalDate today = LocalDate.now(clock);
        requireActions(actions);
        plans.record(familyId, processInstanceId, today, summary, actions);
        facts.record(new FamilyPlanAgreed(familyId, today, withChanges, actions.size()), processInstanceId);
    }

    /** @param reason {@code not-agreed} or {@code no-plan} */
    public void notAgree(String familyId, String reason, String processInstanceId, String once) {
        facts.record(new FamilyPlanNotAgreed(familyId, LocalDate.now(clock), reason), processInstanceId);
        news.toWorkers("family-plan-not-agreed", familyId, once, Map.of());
        news.toNetwork("family-plan-not-agreed", familyId, once, Map.of());
        coordinators.release(familyId);
    }

    /**
     * Whether somebody else must decide on what the plan needs.
     *
     * @param cost in pounds; null when it needs nothing
     * @param supportPackage whether it is a family network support package, which is always decided on
     */
    public boolean areResourcesToBeDecided(@Nullable BigDecimal cost, boolean supportPackage) {
        return supportPackage || cost != null && cost.compareTo(settings.resourcesDecidedFrom()) >= 0;
    }

    public void decideResources(String familyId, String decision, String processInstanceId) {
        facts.record(new PlanResourcesDecided(familyId, LocalDate.now(clock), decision), processInstanceId);
    }

    /** Tells everybody who has a part in the plan, and the chair of the child protection conference. */
    public void send(String familyId, String processInstanceId, String once) {
        facts.record(new FamilyPlanSent(familyId, LocalDate.now(clock)), processInstanceId);
        tellOfPlan(familyId, once);
    }

    private void tellOfPlan(String familyId, String once) {
        news.toWorkers("family-plan-agreed", familyId, once, Map.of());
        news.toRole(PracticeRole.CP_CHAIR, "family-plan-agreed", familyId, once, Map.of());
        news.toNetwork("family-plan-agreed", familyId, once, Map.of());
    }

    /** Counts what is open and late, and tells the workers of the oldest action that is. */
    public void check(String familyId, String processInstanceId, String once) {
        LocalDate today = LocalDate.now(clock);
        var open = plans.current(processInstanceId).stream()
                .flatMap(plan -> plan.actions().stream())
                .filter(action -> !action.status().isSettled())
                .toList();
        var overdue = open.stream()
                .map(Action::dueOn)
                .filter(due -> due != null && due.isBefore(today))
                .sorted()
                .toList();
        facts.record(new PlanActionsChecked(familyId, today, open.size(), overdue.size()), processInstanceId);
        overdue.stream()
                .findFirst()
                .ifPresent(due -> news.toWorkers("action-overdue", familyId, once, Map.of("due", due.toString())));
    }

    /**
     * Records that the family met about its plan; where the plan goes on, the next review counts from this day.
     *
     * @param outcome {@code continue}, {@code amend} or {@code close}
     * @param amended the actions of a changed plan; none when it is not changed
     * @throws PracticeRuleBroken when the day is still to come, or a changed plan has no action
     */
    public void review(
            String familyId, LocalDate reviewedOn, String outcome, List<NewAction> amended, String processInstanceId) {
        if (reviewedOn.isAfter(LocalDate.now(clock))) {
            throw new PracticeRuleBroken("The review cannot have been held on %s, which is still to come."
                    .formatted(ConferenceDay.say(reviewedOn)));
        }
        if (outcome.equals("amend")) {
            requireActions(amended);
        }
        facts.record(new ReviewConferenceHeld(familyId, reviewedOn, outcome), processInstanceId);
        if (!outcome.equals("close")) {
            clocks.start("T55", new ClockSubject(familyId, null, processInstanceId), reviewedOn);
        }
    }

    /** A changed plan takes the place of the one before and is sent to everybody. */
    public void change(
            String familyId, String summary, List<NewAction> actions, String processInstanceId, String once) {
        LocalDate today = LocalDate.now(clock);
        plans.record(familyId, processInstanceId, today, summary, actions);
        facts.record(new FamilyPlanChanged(familyId, today, actions.size()), processInstanceId);
        tellOfPlan(familyId, once);
    }

    public void close(String familyId, String processInstanceId, String once) {
        plans.close(processInstanceId);
        facts.record(new FamilyPlanClosed(familyId, LocalDate.now(clock)), processInstanceId);
        news.toWorkers("family-plan-closed", familyId, once, Map.of());
        news.toNetwork("family-plan-closed", familyId, once, Map.of());
        coordinators.release(familyId);
    }

    private static void requireActions(List<NewAction> actions) {
        if (actions.isEmpty()) {
            throw new PracticeRuleBroken("A plan needs at least one action: say what is to be done and who does it.");
        }
    }
}
