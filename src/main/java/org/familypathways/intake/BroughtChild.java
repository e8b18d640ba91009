package org.familypathways.intake;

/**
 * A child of a census file and where it is on record.
 *
 * @param isNew whether this file brought it
 * @param newEpisodes how many of its episodes this file brought
 */
record BroughtChild(CensusChild child, String childId, String familyId, boolean isNew, int newEpisodes) {}
