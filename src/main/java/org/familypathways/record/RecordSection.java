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
     * @param finished rows that nobody has to do anything about any more; folded on the page
     */
    record Table(String caption, List<String> headers, List<List<String>> rows, List<List<String>> finished) {

        public Table(String caption, List<String> headers, List<List<String>> rows) {
            this(caption, headers, rows, List.of());
        }
    }
}
