package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.REFERRAL;
import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.TRIGGER;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.familygroupconferenceoffer.OfferTrigger;
import org.familypathways.record.RecordEntries;
import org.springframework.stereotype.Component;

/** Holds the reference that a worker typed against the families that they may see. */
@Component
class FindReferredFamily implements JavaDelegate {

    private final RecordEntries entries;
    private final FamilyAccess access;

    FindReferredFamily(RecordEntries entries, FamilyAccess access) {
        this.entries = entries;
        this.access = access;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String familyId = entries.latest(execution.getProcessInstanceId(), REFERRAL)
                .map(referral -> referral.required("familyReference").strip())
                .orElseThrow();
        requireVisible(familyId);
        entries.attachTo(execution.getProcessInstanceId(), familyId, null);
        FAMILY_ID.set(execution, familyId);
        TRIGGER.set(execution, OfferTrigger.WORKER_REFERRAL.code());
    }

    private void requireVisible(String familyId) {
        try {
            access.requireVisible(familyId);
        } catch (FamilyNotFoundException e) {
            throw new SubmissionRefused(
                    "You work with no family %s. Look for the reference on the family’s record.".formatted(familyId));
        }
    }
}
