package org.familypathways.familygroupconferenceoffer;

/** What was recorded cannot be: its message is one plain sentence for the worker who recorded it. */
public final class PracticeRuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    PracticeRuleBroken(String sentence) {
        super(sentence);
    }
}
