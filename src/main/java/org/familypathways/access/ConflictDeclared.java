package org.familypathways.access;

/**
 * From now on a worker does not see a family with which they had to do; their part in its case has ended.
 *
 * @param declaredBy the worker themselves, or a manager
 */
public record ConflictDeclared(long conflictId, String familyId, String accountId, String declaredBy) {}
