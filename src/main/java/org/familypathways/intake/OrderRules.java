package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing ends before it began, and nothing that belongs to a referral happened before it. */
final class OrderRules {

    private final List<CensusFinding> faults;

    OrderRules(List<CensusFinding> faults) {
        this.faults = faults;
    }

    void check(CensusChild child) {
        inOrder(child.line(), CensusFinding.ORDER, "birth", child.birthDate(), "death", child.deathDate());
        child.episodes().forEach(this::check);
    }

    private void check(CensusEpisode episode) {
        int line = episode.line();
        var referral = episode.referredOn();
        inOrder(line, CensusFinding.ORDER, "referral", referral, "closure", episode.closedOn());
        inOrder(line, CensusFinding.ORDER, "referral", referral, "initial conference", episode.conferenceHere());
        episode.assessments().forEach(assessment -> check(referral, assessment));
        episode.childInNeedPlans().forEach(plan -> check(referral, plan));
        episode.enquiries().forEach(enquiry -> check(referral, enquiry));
        episode.protectionPlans().forEach(plan -> check(referral, plan));
    }

    private void check(@Nullable LocalDate referral, CensusAssessment assessment) {
        int line = assessment.line();
        var start = assessment.startedOn();
        inOrder(line, "1103", "referral", referral, "start of the assessment", start);
        inOrder(line, "8608", "start of the assessment", start, "end of the assessment", assessment.completedOn());
    }

    private void check(@Nullable LocalDate referral, CensusPlan plan) {
        int line = plan.line();
        var start = plan.startedOn();
        inOrder(line, CensusFinding.ORDER, "referral", referral, "start of the child in need plan", start);
        inOrder(line, "4011", "start of the child in need plan", start, "end of the plan", plan.endedOn());
    }

    private void check(@Nullable LocalDate referral, CensusEnquiry enquiry) {
        int line = enquiry.line();
        var start = enquiry.startedOn();
        var conference = enquiry.conferenceOn();
        inOrder(line, "2889", "referral", referral, "start of the section 47 enquiry", start);
        inOrder(line, CensusFinding.ORDER, "start of the section 47 enquiry", start, "initial conference", conference);
    }

    private void check(@Nullable LocalDate referral, CensusProtectionPlan plan) {
        int line = plan.line();
        var start = plan.startedOn();
        inOrder(line, "1105", "referral", referral, "start of the child protection plan", start);
        inOrder(line, "8925", "start of the child protection plan", start, "end of the plan", plan.endedOn());
    }

    private void inOrder(
            int line,
            String rule,
            String firstName,
            @Nullable LocalDate first,
            String thenName,
            @Nullable LocalDate then) {
        if (first != null && then != null && then.isBefore(first)) {
            var sentence = "The %s (%s) is before the %s (%s)."
                    .formatted(thenName, EnglishDay.say(then), firstName, EnglishDay.say(first));
            faults.add(new CensusFinding(line, rule, sentence));
        }
    }
}
