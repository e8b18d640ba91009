package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.PERSON_ID;
import static org.familypathways.record.process.CaseVariables.REPORTED_ON;

import java.util.List;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** The words of the pathway {@code family-group-conference-offer}. */
@Component
class FamilyGroupConferenceOfferProcess implements Pathway {

    static final String KEY = "family-group-conference-offer";
    static final String CONFERENCE = "family-group-conference";

    static final String INITIAL_CONFERENCE_HELD = KEY + ".initial-conference-held";
    static final String INITIAL_CONFERENCE_BOOKED = KEY + ".initial-conference-booked";
    static final String INITIAL_CONFERENCE_REPLACED = KEY + ".initial-conference-replaced";
    static final String OFFERED_IN_LETTER = KEY + ".offered-in-letter";
    static final String CONSENT_WITHDRAWN = KEY + ".consent-withdrawn";
    static final String EDGE_OF_CARE_ACCEPTED = KEY + ".edge-of-care-accepted";

    static final String REFERRAL = "startEvent_familyReferred";
    static final String RECORD_HOLDERS = "userTask_recordHolders";
    static final String CHECK_CONTACT = "userTask_checkContact";
    static final String MAKE_OFFER = "userTask_makeOffer";
    static final String RECORD_ANSWER = "userTask_recordAnswer";
    static final String RECORD_CONSENT = "userTask_recordConsent";
    static final String ASK_CHILD = "userTask_askChild";

    /** What led to the offer; every message that begins one carries it. */
    static final ProcessVariable<String> TRIGGER = ProcessVariable.text("trigger");

    /** The day of the initial child protection conference, {@code yyyy-MM-dd}; only when one led to the offer. */
    static final ProcessVariable<String> CONFERENCE_HELD_ON = ProcessVariable.text("conferenceHeldOn");

    static final ProcessVariable<Boolean> PLAN_MADE = ProcessVariable.flag("planMade");
    static final ProcessVariable<Boolean> RECENTLY_OFFERED = ProcessVariable.flag("recentlyOffered");
    static final ProcessVariable<String> NEW_OFFER_DECISION = ProcessVariable.text("newOfferDecision");
    static final ProcessVariable<Boolean> HOLDERS_KNOWN = ProcessVariable.flag("holdersKnown");

    /** Whether the person could be reached; one for each person. */
    static final ProcessVariable<String> OFFER_MADE = ProcessVariable.text("offerMade");

    static final ProcessVariable<String> OFFERED_ON = ProcessVariable.text("offeredOn");
    static final ProcessVariable<String> OFFER_OUTCOME = ProcessVariable.text("offerOutcome");
    static final ProcessVariable<String> SIGNED_ON = ProcessVariable.text("signedOn");
    static final ProcessVariable<Boolean> CONSENT_GIVEN = ProcessVariable.flag("consentGiven");

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
                TRIGGER,
                CONFERENCE_HELD_ON,
                PLAN_MADE,
                RECENTLY_OFFERED,
                NEW_OFFER_DECISION,
                HOLDERS_KNOWN,
                OFFER_MADE,
                OFFERED_ON,
                OFFER_OUTCOME,
                SIGNED_ON,
                CONSENT_GIVEN);
    }

    @Override
    public List<String> messages() {
        return List.of(
                INITIAL_CONFERENCE_HELD,
                INITIAL_CONFERENCE_BOOKED,
                INITIAL_CONFERENCE_REPLACED,
                OFFERED_IN_LETTER,
                EDGE_OF_CARE_ACCEPTED,
                CONSENT_WITHDRAWN);
    }
}
