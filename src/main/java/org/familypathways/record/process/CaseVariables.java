package org.familypathways.record.process;

import org.familypathways.engine.ProcessVariable;

/** The references that every pathway's cases carry. */
public final class CaseVariables {

    public static final ProcessVariable<String> FAMILY_ID = ProcessVariable.text("familyId");
    public static final ProcessVariable<String> CHILD_ID = ProcessVariable.text("childId");
    public static final ProcessVariable<String> PERSON_ID = ProcessVariable.text("personId");

    /** The day on which something that was reported happened, {@code yyyy-MM-dd}. */
    public static final ProcessVariable<String> REPORTED_ON = ProcessVariable.text("reportedOn");

    private CaseVariables() {}
}
