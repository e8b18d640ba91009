package org.familypathways.familygroupconference.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.PERSON_ID;
import static org.familypathways.record.process.CaseVariables.REPORTED_ON;

import java.util.List;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** The words of the pathway {@code family-group-conference}. */
@Component
class FamilyGroupConferenceProcess implements Pathway {

    static final String KEY = "family-group-conference";

    static final String CONSENT_WITHDRAWN = "family-group-conference.consent-withdrawn";
    static final String SAFEGUARDING_CONCERN_REPORTED = "family-group-conference.safeguarding-concern-reported";
    static final String URGENT_CONFERENCE_REQUIRED = "family-group-conference.urgent-conference-required";
    static final String SOMEBODY_JOINED_NETWORK = "family-group-conference.somebody-joined-network";
    static final String CHILD_JOINED_FAMILY = "family-group-conference.child-joined-family";
    static final String ANOTHER_COORDINATOR_NEEDED = "family-group-conference.another-co-ordinator-needed";
    static final String REVIEW_REQUESTED = "family-group-conference.review-requested";
    static final String FAMILY_PLAN_AGREED = "family-group-conference.family-plan-agreed";
    static final String STRATEGY_REQUIRED = "child-protection-enquiry.strategy-required";

    static final String ALLOCATE_COORDINATOR = "userTask_allocateCoordinator";
    static final String ALLOCATE_ANOTHER_COORDINATOR = "userTask_allocateAnotherCoordinator";
    static final String HOLD_BASELINE_MEETING = "userTask_holdBaselineMeeting";
    static final String PREPARE_NETWORK_MEMBER = "userTask_prepareNetworkMember";
    static final String PREPARE_NEW_MEMBER = "userTask_prepareNewMember";
    static final String PREPARE_CHILD = "userTask_prepareChild";
    static final String PREPARE_NEW_CHILD = "userTask_prepareNewChild";
    static final String ARRANGE_CONFERENCE = "userTask_arrangeConference";
    static final String ARRANGE_URGENT_CONFERENCE = "userTask_arrangeUrgentConference";
    static final String SET_NEW_DATE = "userTask_setNewDate";
    static final String HOLD_CONFERENCE = "userTask_holdConference";
    static final String CONSIDER_PLAN = "userTask_considerPlan";
    static final String DECIDE_RESOURCES = "userTask_decideResources";
    static final String HOLD_REVIEW = "userTask_holdReview";
    static final String CONSIDER_AMENDED_PLAN = "userTask_considerAmendedPlan";

    /** The account of the co-ordinator, who takes the steps of the conference. */
    static final ProcessVariable<String> COORDINATOR = ProcessVariable.text("coordinator");

    static final ProcessVariable<Object> COORDINATOR_OPTIONS =
            new ProcessVariable<>("coordinatorOptions", Object.class);

    /** Whether the conference is to be handed over and nobody has been found yet. */
    static final ProcessVariable<Boolean> COORDINATOR_SOUGHT = ProcessVariable.flag("coordinatorSought");

    /** Whether the family must meet within 24 hours, as it was known before there was a co-ordinator. */
    static final ProcessVariable<Boolean> CONFERENCE_URGENT = ProcessVariable.flag("conferenceUrgent");

    static final ProcessVariable<String> REFERRAL_DECISION = ProcessVariable.text("referralDecision");
    static final ProcessVariable<String> WHAT_HAPPENED = ProcessVariable.text("whatHappened");
    static final ProcessVariable<String> PLAN_DECISION = ProcessVariable.text("planDecision");
    static final ProcessVariable<String> RESOURCES_NEEDED = ProcessVariable.text("resourcesNeeded");
    static final ProcessVariable<Boolean> RESOURCES_TO_DECIDE = ProcessVariable.flag("resourcesToDecide");
    static final ProcessVariable<String> REVIEW_OUTCOME = ProcessVariable.text("reviewOutcome");
    static final ProcessVariable<String> CONFERENCE_GOES_ON = ProcessVariable.text("conferenceGoesOn");

    /** The day for which the conference is booked. */
    static final ProcessVariable<String> CONFERENCE_ON = ProcessVariable.text("conferenceOn");

    static final ProcessVariable<String> CONFERENCE_HELD_ON = ProcessVariable.text("conferenceHeldOn");
    static final ProcessVariable<String> REVIEWED_ON = ProcessVariable.text("reviewedOn");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<ProcessVariable<?>> variables() {
        return List.of(
                FAMILY_ID,
                CHILD_ID,
                PERSON_ID,
                REPORTED_ON,
                COORDINATOR,
                COORDINATOR_OPTIONS,
                COORDINATOR_SOUGHT,
                CONFERENCE_URGENT,
                REFERRAL_DECISION,
                WHAT_HAPPENED,
                PLAN_DECISION,
                RESOURCES_NEEDED,
                RESOURCES_TO_DECIDE,
                REVIEW_OUTCOME,
                CONFERENCE_GOES_ON,
                CONFERENCE_ON,
                CONFERENCE_HELD_ON,
                REVIEWED_ON);
    }

    @Override
    public List<String> messages() {
        return List.of(
                CONSENT_WITHDRAWN,
                SAFEGUARDING_CONCERN_REPORTED,
                URGENT_CONFERENCE_REQUIRED,
                SOMEBODY_JOINED_NETWORK,
                CHILD_JOINED_FAMILY,
                ANOTHER_COORDINATOR_NEEDED,
                REVIEW_REQUESTED,
                FAMILY_PLAN_AGREED,
                STRATEGY_REQUIRED);
    }
}
