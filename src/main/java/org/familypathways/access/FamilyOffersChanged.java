package org.familypathways.access;

/** Who may be offered this family's tasks is no longer the same: a team or a restriction has changed. */
public record FamilyOffersChanged(String familyId) {}
