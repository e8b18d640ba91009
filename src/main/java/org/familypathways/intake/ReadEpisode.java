package org.familypathways.intake;

import java.util.List;

/** Takes an episode of need out of its element. */
final class ReadEpisode {

    private ReadEpisode() {}

    static CensusEpisode of(CensusFields episode) {
        var read = new CensusEpisode(
                episode.line(),
                episode.required("CINreferralDate", episode.date("CINreferralDate")),
                episode.required("ReferralSource", episode.code("ReferralSource", CensusCodes.REFERRAL_SOURCES)),
                episode.code("PrimaryNeedCode", CensusCodes.PRIMARY_NEEDS),
                episode.date("CINclosureDate"),
                episode.code("ReasonForClosure", CensusCodes.CLOSURE_REASONS),
                episode.date("DateOfInitialCPC"),
                Boolean.TRUE.equals(episode.flag("ReferralNFA")),
                episode.all("Assessments").map(ReadEpisode::assessment).toList(),
                episode.all("CINPlanDates").map(ReadEpisode::plan).toList(),
                episode.all("Section47").map(ReadEpisode::enquiry).toList(),
                episode.all("ChildProtectionPlans")
                        .map(ReadEpisode::protectionPlan)
                        .toList(),
                episode.all("PreProceedingsandFGDM")
                        .map(ReadEpisode::preProceedings)
                        .toList());
        episode.finish();
        return read;
    }

    private static CensusAssessment assessment(CensusFields assessment) {
        assessment.date("AssessmentInternalReviewDate");
        var factors = assessment.only("FactorsIdentifiedAtAssessment");
        var read = new CensusAssessment(
                assessment.line(),
                assessment.required("AssessmentActualStartDate", assessment.date("AssessmentActualStartDate")),
                assessment.date("AssessmentAuthorisationDate"),
                factors == null ? List.of() : factors.codes("AssessmentFactors", CensusCodes.ASSESSMENT_FACTORS));
        assessment.finish();
        return read;
    }

    private static CensusPlan plan(CensusFields plan) {
        var read = new CensusPlan(
                plan.line(),
                plan.required("CINPlanStartDate", plan.date("CINPlanStartDate")),
                plan.date("CINPlanEndDate"));
        plan.finish();
        return read;
    }

    private static CensusEnquiry enquiry(CensusFields enquiry) {
        var read = new CensusEnquiry(
                enquiry.line(),
                enquiry.required("S47ActualStartDate", enquiry.date("S47ActualStartDate")),
                enquiry.date("InitialCPCtarget"),
                enquiry.date("DateOfInitialCPC"),
                Boolean.TRUE.equals(enquiry.flag("ICPCnotRequired")));
        enquiry.finish();
        return read;
    }

    private static CensusProtectionPlan protectionPlan(CensusFields plan) {
        plan.code("InitialCategoryOfAbuse", CensusCodes.CATEGORIES_OF_ABUSE);
        plan.code("LatestCategoryOfAbuse", CensusCodes.CATEGORIES_OF_ABUSE);
        plan.ignore("NumberOfPreviousCPP");
        var reviews = plan.only("Reviews");
        var read = new CensusProtectionPlan(
                plan.line(),
                plan.required("CPPstartDate", plan.date("CPPstartDate")),
                plan.date("CPPendDate"),
                reviews == null ? List.of() : reviews.dates("CPPreviewDate"));
        plan.finish();
        return read;
    }

    private static CensusPreProceedings preProceedings(CensusFields module) {
        module.flag("FGDMMeetingFac");
        module.date("InitialPPMeetingDate");
        module.code("PPOutcome", CensusCodes.PRE_PROCEEDINGS_OUTCOMES);
        module.ignore("ReviewMeetingsCount");
        var read = new CensusPreProceedings(
                module.line(),
                module.date("PPStartDate"),
                module.date("LBPSentDate"),
                module.flag("FGDMMeetingOffer"),
                module.date("StepDecisionDate"),
                module.date("CourtAppDate"),
                module.date("LetterInitCPDate"));
        module.finish();
        return read;
    }
}
