package org.familypathways.intake.web;

import java.util.List;

/** What a program sent cannot be used. */
class MessageRefused extends RuntimeException {

    private final transient List<FieldProblem> problems;

    MessageRefused(List<FieldProblem> problems) {
        this.problems = List.copyOf(problems);
    }

    List<FieldProblem> problems() {
        return problems;
    }
}
