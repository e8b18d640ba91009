package org.familypathways.intake.web;

/**
 * One thing that is wrong with what a program sent.
 *
 * @param field where, with dots for what is inside something else; empty for all of it
 */
record FieldProblem(String field, String sentence) {}
