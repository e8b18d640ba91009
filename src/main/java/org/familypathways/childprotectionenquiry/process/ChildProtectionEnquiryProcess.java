package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.REPORTED_ON;

import java.util.List;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** The words of the pathway {@code child-protection-enquiry}. */
@Component
class ChildProtectionEnquiryProcess implements Pathway {

    static final String KEY = "child-protection-enquiry";

    static final String STRATEGY_REQUIRED = "child-protection-enquiry.strategy-required";
    static final String CONFERENCE_PUT_OFF = "child-protection-enquiry.conference-put-off";
    static final String POLICE_PROTECTION_USED = "child-protection-enquiry.police-protection-used";
    static final String EMERGENCY_PROTECTION_ORDER_MADE = "child-protection-enquiry.emergency-protection-order-made";
    static final String INITIAL_CONFERENCE_BOOKED = "family-group-conference-offer.initial-conference-booked";
    static final String INITIAL_CONFERENCE_HELD = "family-group-conference-offer.initial-conference-held";
    static final String INITIAL_CONFERENCE_REPLACED = "family-group-conference-offer.initial-conference-replaced";

    static final String HOLD_STRATEGY_DISCUSSION = "userTask_holdStrategyDiscussion";
    static final String MAKE_ENQUIRY = "userTask_makeEnquiry";
    static final String DECIDE_ENQUIRY_OUTCOME = "userTask_decideEnquiryOutcome";
    static final String BOOK_CONFERENCE = "userTask_bookConference";
    static final String SET_NEW_DATE = "userTask_setNewDate";
    static final String CHANGE_DATE = "userTask_changeDate";
    static final String HOLD_CONFERENCE = "userTask_holdConference";
    static final String DECIDE_PLAN_FOR_CHILD = "userTask_decidePlanForChild";
    static final String CONSIDER_FURTHER_CONCERN = "userTask_considerFurtherConcern";
    static final String RECORD_POLICE_PROTECTION = "userTask_recordPoliceProtection";
    static final String RECORD_EMERGENCY_PROTECTION_ORDER = "userTask_recordEmergencyProtectionOrder";

    /** The day of the strategy discussion that began the enquiry; never changed by a later one. */
    static final ProcessVariable<String> STRATEGY_DISCUSSION_ON = ProcessVariable.text("strategyDiscussionOn");

    static final ProcessVariable<String> SECTION_FORTY_SEVEN_NEEDED = ProcessVariable.text("sectionFortySevenNeeded");
    static final ProcessVariable<String> FURTHER_DISCUSSION_HELD = ProcessVariable.text("furtherDiscussionHeld");
    static final ProcessVariable<String> FURTHER_DISCUSSION_ON = ProcessVariable.text("furtherDiscussionOn");
    static final ProcessVariable<String> ENQUIRY_OUTCOME = ProcessVariable.text("enquiryOutcome");

    /** Whether the authority may put a Family Group Conference in the place of the initial conference. */
    static final ProcessVariable<Boolean> CONFERENCE_REPLACEABLE = ProcessVariable.flag("conferenceReplaceable");

    static final ProcessVariable<String> CONFERENCE_REPLACED = ProcessVariable.text("conferenceReplaced");

    /** Whether the authority offers a Family Group Conference when the initial conference is booked. */
    static final ProcessVariable<Boolean> OFFERED_AT_BOOKING = ProcessVariable.flag("offeredAtBooking");

    static final ProcessVariable<Object> CHILD_OPTIONS = new ProcessVariable<>("childOptions", Object.class);

    /** The day on which everybody who took part got the record of the strategy discussion. */
    static final ProcessVariable<String> SENT_ON = ProcessVariable.text("sentOn");

    /** The day the conference is booked for. */
    static final ProcessVariable<String> CONFERENCE_ON = ProcessVariable.text("conferenceOn");

    static final ProcessVariable<String> CONFERENCE_HELD_ON = ProcessVariable.text("conferenceHeldOn");
    static final ProcessVariable<String> AGENCY_CODE = ProcessVariable.text("agencyCode");
    static final ProcessVariable<String> SHARED_ON = ProcessVariable.text("sharedOn");
    static final ProcessVariable<Boolean> CONFERENCE_QUORATE = ProcessVariable.flag("conferenceQuorate");
    static final ProcessVariable<String> DISSENT = ProcessVariable.text("dissent");
    static final ProcessVariable<Boolean> PLAN_MADE = ProcessVariable.flag("planMade");
    static final ProcessVariable<String> WHAT_FOLLOWS = ProcessVariable.text("whatFollows");

    /** How the family came to be offered a Family Group Conference; travels with the message that says so. */
    static final ProcessVariable<String> TRIGGER = ProcessVariable.text("trigger");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<ProcessVariable<?>> variables() {
        return List.of(
                FAMILY_ID,
                CHILD_ID,
                REPORTED_ON,
                STRATEGY_DISCUSSION_ON,
                SECTION_FORTY_SEVEN_NEEDED,
                FURTHER_DISCUSSION_HELD,
                FURTHER_DISCUSSION_ON,
                ENQUIRY_OUTCOME,
                CONFERENCE_REPLACEABLE,
                CONFERENCE_REPLACED,
                OFFERED_AT_BOOKING,
                CHILD_OPTIONS,
                SENT_ON,
                CONFERENCE_ON,
                CONFERENCE_HELD_ON,
                AGENCY_CODE,
                SHARED_ON,
                CONFERENCE_QUORATE,
                DISSENT,
                PLAN_MADE,
                WHAT_FOLLOWS,
                TRIGGER);
    }

    @Override
    public List<String> messages() {
        return List.of(
                STRATEGY_REQUIRED,
                CONFERENCE_PUT_OFF,
                POLICE_PROTECTION_USED,
                EMERGENCY_PROTECTION_ORDER_MADE,
                INITIAL_CONFERENCE_BOOKED,
                INITIAL_CONFERENCE_HELD,
                INITIAL_CONFERENCE_REPLACED);
    }
}
