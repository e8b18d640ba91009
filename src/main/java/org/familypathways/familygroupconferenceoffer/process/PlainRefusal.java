package org.familypathways.familygroupconferenceoffer.process;

import org.familypathways.engine.SubmissionRefused;
import org.familypathways.familygroupconferenceoffer.PracticeRuleBroken;

/** Gives a broken rule of practice back to the worker whose form broke it; the task stays open. */
final class PlainRefusal {

    private PlainRefusal() {}

    static void unlessBroken(Runnable rule) {
        try {
            rule.run();
        } catch (PracticeRuleBroken broken) {
            throw new SubmissionRefused(broken.getMessage());
        }
    }
}
