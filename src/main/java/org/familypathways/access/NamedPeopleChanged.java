package org.familypathways.access;

import java.util.Set;

/**
 * Other people may see a family than before.
 *
 * @param before the accounts of those who were named; nobody when it was not restricted
 * @param after the accounts of those who are named now; nobody when it is not restricted any more
 */
public record NamedPeopleChanged(String familyId, Set<String> before, Set<String> after) {}
