package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Child in need plans and child protection plans: one open plan, never both kinds together, each from a conference. */
final class PlanRules {

    private final List<CensusFinding> warnings;

    PlanRules(List<CensusFinding> warnings) {
        this.warnings = warnings;
    }

    void check(CensusChild child) {
        var needPlans = child.episodes().stream()
                .flatMap(episode -> episode.childInNeedPlans().stream())
                .toList();
        var protectionPlans = child.episodes().stream()
                .flatMap(episode -> episode.protectionPlans().stream())
                .toList();
        checkOneOpen(needPlans, protectionPlans);
        checkNeverBoth(needPlans, protectionPlans);
        checkConferences(child, protectionPlans);
        protectionPlans.forEach(this::checkDates);
    }

    private void checkOneOpen(List<CensusPlan> needPlans, List<CensusProtectionPlan> protectionPlans) {
        var openNeed = needPlans.stream().filter(plan -> plan.endedOn() == null).toList();
        if (openNeed.size() > 1) {
            warn(openNeed.get(1).line(), "4004", "The child has more than one open child in need plan.");
        }
        var openProtection =
                protectionPlans.stream().filter(plan -> plan.endedOn() == null).toList();
        if (openProtection.size() > 1) {
            warn(openProtection.get(1).line(), "8935", "The child has more than one open child protection plan.");
        }
    }

    private void checkNeverBoth(List<CensusPlan> needPlans, List<CensusProtectionPlan> protectionPlans) {
        needPlans.stream()
                .filter(need -> protectionPlans.stream()
                        .anyMatch(protection -> overlap(
                                need.startedOn(), need.endedOn(), protection.startedOn(), protection.endedOn())))
                .forEach(
                        need -> warn(need.line(), "4001", "A child in need plan runs beside a child protection plan."));
    }

    private void checkConferences(CensusChild child, List<CensusProtectionPlan> protectionPlans) {
        var conferences = child.conferences().collect(Collectors.toSet());
        if (protectionPlans.size() > conferences.size()) {
            warn(child.line(), "2883", "The child has more child protection plans than initial conferences.");
        }
        protectionPlans.stream()
                .filter(plan -> plan.startedOn() != null && !conferences.contains(plan.startedOn()))
                .forEach(plan -> warn(
                        plan.line(),
                        "2885",
                        "The child protection plan of %s did not start on the day of an initial conference."
                                .formatted(EnglishDay.say(plan.startedOn()))));
    }

    private void checkDates(CensusProtectionPlan plan) {
        var started = plan.startedOn();
        if (started == null) {
            return;
        }
        if (started.equals(plan.endedOn())) {
            warn(
                    plan.line(),
                    "8840",
                    "The child protection plan of %s ended on the day it began.".formatted(EnglishDay.say(started)));
        }
        if (plan.reviews().stream().anyMatch(review -> !review.isAfter(started))) {
            warn(
                    plan.line(),
                    "8841",
                    "A review of the child protection plan of %s is not after its start."
                            .formatted(EnglishDay.say(started)));
        }
    }

    private static boolean overlap(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate otherStart,
            @Nullable LocalDate otherEnd) {
        return start != null
                && otherStart != null
                && (end == null || end.isAfter(otherStart))
                && (otherEnd == null || otherEnd.isAfter(start));
    }

    private void warn(int line, String rule, String sentence) {
        warnings.add(new CensusFinding(line, rule, sentence));
    }
}
