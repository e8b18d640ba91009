package org.familypathways.practicefact;

import java.time.LocalDate;

/** A child turned out to belong to the family of its siblings; facts of before stand under the old reference. */
record ChildJoinedFamily(String familyId, String childId, String fromFamily, LocalDate happenedOn)
        implements PracticeFact {}
