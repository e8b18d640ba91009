package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.CHECK_CONTACT;
import static org.familypathways.record.process.CaseVariables.PERSON_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.ContactSafety;
import org.familypathways.familygroupconferenceoffer.ContactSafety.Finding;
import org.familypathways.familygroupconferenceoffer.HolderOffers;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class RecordSafeContact implements JavaDelegate {

    private final StepAnswers answers;
    private final ContactSafety safety;
    private final HolderOffers offers;

    RecordSafeContact(StepAnswers answers, ContactSafety safety, HolderOffers offers) {
        this.answers = answers;
        this.safety = safety;
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry found = answers.aboutPerson(execution, CHECK_CONTACT);
        safety.record(
                PERSON_ID.from(execution),
                new Finding(
                        found.required("safeContact"),
                        found.text("safeEmail"),
                        found.text("safeAddress"),
                        isDangerKnown(found) || "yes".equals(found.text("separateContact"))));
        offers.checked(Holding.of(execution));
    }

    private static boolean isDangerKnown(Entry found) {
        return "yes".equals(found.text("domesticAbuse")) || "yes".equals(found.text("contactForbidden"));
    }
}
