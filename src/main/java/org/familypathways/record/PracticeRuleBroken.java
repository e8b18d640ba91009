package org.familypathways.record;

import org.familypathways.engine.SubmissionRefused;

/** A rule of practice does not allow what somebody recorded: their form is refused in one sentence and stays open. */
public final class PracticeRuleBroken extends SubmissionRefused {

    private static final long serialVersionUID = 1;

    public PracticeRuleBroken(String sentence) {
        super(sentence);
    }
}
