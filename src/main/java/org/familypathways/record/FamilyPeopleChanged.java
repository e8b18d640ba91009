package org.familypathways.record;

/**
 * Who is a child of the family or belongs to its network, or who is to be invited, has changed, in the transaction in
 * which this is heard.
 */
public record FamilyPeopleChanged(String familyId) {}
