package org.familypathways.record;

/** Somebody who works with a family did what only those may do who answer for its case. */
public final class NotTheirCaseException extends RuntimeException {

    private final String familyId;

    NotTheirCaseException(String familyId) {
        super("Only somebody who answers for the case of family %s may do this.".formatted(familyId));
        this.familyId = familyId;
    }

    public String familyId() {
        return familyId;
    }
}
