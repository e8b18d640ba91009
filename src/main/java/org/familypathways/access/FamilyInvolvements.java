package org.familypathways.access;

import java.util.Set;

/** Who works with which family, as the record knows it. The record module implements this. */
public interface FamilyInvolvements {

    /** The families with which the worker is involved today. */
    Set<String> familiesOf(String accountId);

    /** Whether the worker is involved with the family today. */
    boolean isInvolved(String accountId, String familyId);

    /** Whether the worker is, or ever was, involved with the family; an independent person never was. */
    boolean wasEverInvolved(String accountId, String familyId);
}
