package org.familypathways.tasklist.web;

import java.util.regex.Pattern;

/** Why something was refused, as a person can read it: our own sentence without what the engine wraps around it. */
final class PlainSentence {

    private static final Pattern WRAPPING = Pattern.compile("^(?:Cannot [a-z -]+ \\S+: )+");
    private static final Pattern LISTENER = Pattern.compile(
            "^ENGINE-\\d+ There was an exception while invoking the TaskListener\\. Message: '(.*)'\\s*$",
            Pattern.DOTALL);
    private static final Pattern CLAIMED = Pattern.compile("is already claimed by someone else");
    private static final Pattern GONE = Pattern.compile("task is null|No matching task|Cannot find task");
    private static final Pattern FORBIDDEN =
            Pattern.compile("does not have one of the following permissions|'permission");
    private static final Pattern CHANGED = Pattern.compile("updated by another transaction concurrently");
    private static final Pattern TECHNICAL = Pattern.compile(
            "Exception|ENGINE-\\d|\\b(?:org|java|jakarta)\\.[a-z]|\\bnull\\b|^Cannot |[{}]|persistence layer|\\bSQL\\b");

    /** What is said when nobody refused, but something failed. */
    static final String FAILED =
            "This did not work, and nothing was changed. Try again; if it happens again, tell your administrator.";

    private PlainSentence() {}

    static String of(String message) {
        if (GONE.matcher(message).find()) {
            return "This task is done already, or is no longer needed.";
        }
        String said = LISTENER.matcher(message).replaceFirst("$1");
        String sentence = WRAPPING.matcher(said).replaceFirst("").strip();
        if (CLAIMED.matcher(sentence).find()) {
            return "Somebody else has claimed this task.";
        }
        if (CHANGED.matcher(sentence).find()) {
            return "Somebody else changed this at the same moment. Look at it again before you go on.";
        }
        if (FORBIDDEN.matcher(sentence).find()) {
            return "This is not yours to do: the task is for another role, team or person.";
        }
        return !sentence.endsWith(".") || TECHNICAL.matcher(sentence).find() ? FAILED : sentence;
    }
}
