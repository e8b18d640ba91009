package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.record.process.CaseVariables.PERSON_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.familygroupconferenceoffer.HolderOffers.Holder;

/** Whom a part of the case is about that runs once for each person who holds parental responsibility. */
final class Holding {

    private Holding() {}

    static Holder of(DelegateExecution execution) {
        return new Holder(FAMILY_ID.from(execution), PERSON_ID.from(execution), execution.getProcessInstanceId());
    }
}
