package org.familypathways.referral.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.REPORTED_ON;

import java.util.List;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** The words of the pathway {@code referral}. */
@Component
class ReferralProcess implements Pathway {

    static final String KEY = "referral";
    static final String CONTACT = "startEvent_contactReceived";
    static final String STRATEGY_REQUIRED = "child-protection-enquiry.strategy-required";
    static final String DANGER_REPORTED = "referral.danger-reported";

    /** The day the referral was received, {@code yyyy-MM-dd}. */
    static final ProcessVariable<String> RECEIVED_ON = ProcessVariable.text("receivedOn");

    static final ProcessVariable<Boolean> IMMEDIATE_DANGER = ProcessVariable.flag("immediateDanger");
    static final ProcessVariable<Boolean> THRESHOLD_UNCLEAR = ProcessVariable.flag("thresholdUnclear");
    static final ProcessVariable<Boolean> CHILD_ALREADY_KNOWN = ProcessVariable.flag("childAlreadyKnown");
    static final ProcessVariable<Boolean> RE_REFERRAL = ProcessVariable.flag("reReferral");
    static final ProcessVariable<Boolean> STRATEGY_DISCUSSION_CALLED = ProcessVariable.flag("strategyDiscussionCalled");
    static final ProcessVariable<String> REFERRAL_OUTCOME = ProcessVariable.text("referralOutcome");
    static final ProcessVariable<String> ACKNOWLEDGED_ON = ProcessVariable.text("acknowledgedOn");

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
                RECEIVED_ON,
                IMMEDIATE_DANGER,
                THRESHOLD_UNCLEAR,
                CHILD_ALREADY_KNOWN,
                RE_REFERRAL,
                STRATEGY_DISCUSSION_CALLED,
                REFERRAL_OUTCOME,
                ACKNOWLEDGED_ON);
    }

    @Override
    public List<String> messages() {
        return List.of(STRATEGY_REQUIRED, DANGER_REPORTED);
    }
}
