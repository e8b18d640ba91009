package org.familypathways.record.web;

import java.util.List;

/**
 * A question and what was answered, in words.
 *
 * @param texts one for each thing that was chosen or written
 * @param rows for a list of rows: the answers of each row
 */
public record ReadableAnswer(String question, List<String> texts, List<List<ReadableAnswer>> rows) {}
