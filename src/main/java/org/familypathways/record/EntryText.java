package org.familypathways.record;

/**
 * What somebody wrote in an entry in their own words.
 *
 * @param path where it stands among the answers: the question's key, or {@code list.row.key} inside a list
 * @param question as it was asked
 * @param required whether something must stand there
 */
public record EntryText(String path, String question, String text, boolean required) {}
