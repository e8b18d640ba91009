package org.familypathways.access;

import java.time.Instant;

/**
 * That a worker must not have to do with a family, for example because they are related.
 *
 * @param declaredBy the worker themselves, or a manager of the family
 */
public record FamilyConflict(
        long id, String accountId, String familyId, String reason, String declaredBy, Instant declaredAt) {

    public boolean isTheirOwnWord() {
        return accountId.equals(declaredBy);
    }
}
