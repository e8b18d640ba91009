package org.familypathways.childprotectionenquiry.process;

import java.util.function.Supplier;
import org.familypathways.childprotectionenquiry.PracticeRuleBroken;
import org.familypathways.engine.SubmissionRefused;

/** Gives a broken rule of practice back to the worker whose form broke it; the task stays open. */
final class PlainRefusal {

    private PlainRefusal() {}

    static <T> T unlessBroken(Supplier<T> rule) {
        try {
            return rule.get();
        } catch (PracticeRuleBroken broken) {
            throw new SubmissionRefused(broken.getMessage());
        }
    }
}
