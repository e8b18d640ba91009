package org.familypathways.access;

import java.time.Instant;
import java.util.Set;

/**
 * That a family is there for named people only.
 *
 * @param restrictedBy the manager's account
 * @param people the accounts of the named people
 */
public record FamilyRestriction(String reason, String restrictedBy, Instant restrictedAt, Set<String> people) {}
