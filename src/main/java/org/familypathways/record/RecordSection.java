package org.familypathways.record;

import java.util.List;

/** A part of the family's page that another module fills: its clocks, its notifications, what happened. */
public interface RecordSection {

    /** The heading on the page. */
    String title();

    /** The place on the page; smaller comes first. */
    int order();

    /** What is known for the family today. */
    Table of(String familyId);

    /**
     * A table that reads well aloud.
     *
     * @param caption what the table shows
     * @param headers one for each column
     * @param rows cells as plain text in the order of the headers
     */
    record Table(String caption, List<String> headers, List<List<String>> rows) {}
}
