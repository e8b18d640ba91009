package org.familypathways.access;

import java.util.Collection;
import java.util.Set;

/** Who works with which family, as the record knows it. The record module implements this. */
public interface FamilyInvolvements {

    /** The families with which the worker is involved today. */
    Set<String> familiesOf(String accountId);

    /** Whether the worker is involved with the family today. */
    boolean isInvolved(String accountId, String familyId);

    /** Whether the worker is, or ever was, involved with the family in any but these roles; an independent person never was. */
    boolean hadAnotherPart(String accountId, String familyId, Collection<PracticeRole> roles);
}
