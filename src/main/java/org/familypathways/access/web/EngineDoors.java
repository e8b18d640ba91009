package org.familypathways.access.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may pass to the engine's REST interface, whether by {@code /engine-rest} or by the web applications' own copy of
 * it: looking for and at tasks, claiming, completing and handing them on, and beginning a case by its form. What is not
 * on these lists is closed, whatever rights somebody has: models go live on the managers' pages only, and nobody writes
 * variables, comments, attachments, ad-hoc tasks, users, rights or the history through the engine.
 */
final class EngineDoors {

    /** Written as it is, but for the colons of a model's version: nothing may be spelled so that it reads differently here. */
    private static final String ID = "(?:[\\w.:@-]|%3[Aa])+";

    /** What stands where an id may stand and is none: it would count everybody's cases. */
    private static final String NO_MODEL = "(?!statistics$)";

    private static final Pattern TASK = Pattern.compile("/task/(?!count$)(" + ID + ")(?:/.*)?");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final List<Door> EVERYBODY = List.of(
            reading("/engine"),
            reading("/task", "/task/count", "/task/" + ID),
            reading("/task/ID/(form|deployed-form|form-variables|identity-links|comment|attachment)"),
            posting("/task", "/task/count"),
            posting("/task/ID/(claim|unclaim|complete|submit-form|assignee)"),
            reading("/filter", "/filter/count", "/filter/ID", "/filter/ID/(list|count|singleResult)"),
            posting("/filter/ID/(list|count|singleResult)"),
            new Door(Set.of("OPTIONS"), pattern("/filter", "/filter/ID")),
            reading(
                    "/process-definition(/count)?",
                    "/process-definition/" + NO_MODEL + "(key/)?ID(/(xml|startForm|form-variables)?)?"),
            reading("/process-definition/(key/)?ID/deployed-start-form"),
            posting("/process-definition/(key/)?ID/submit-form"),
            reading("/(user|group)(/count)?", "/user/ID/profile", "/identity/groups", "/authorization/check"),
            reading("/history/user-operation(/count)?"));

    private static final List<Door> ADMINISTRATORS = List.of(
            reading("/.*"),
            new Door(Set.of("OPTIONS"), Pattern.compile("/.*")),
            posting("/(process-instance|execution|job|job-definition|incident|variable-instance|event-subscription"
                    + "|external-task|batch)(/count)?"),
            posting("/history/(process-instance|activity-instance|task|variable-instance|detail|incident|job-log"
                    + "|decision-instance)(/count)?"),
            new Door(Set.of("PUT"), Pattern.compile("/(job|job-definition)/" + ID + "/retries")),
            posting("/filter/create"),
            new Door(Set.of("PUT", "DELETE"), Pattern.compile("/filter/" + ID)));

    private EngineDoors() {}

    /** What others did, which the engine shows to nobody but administrators, whatever case it was in. */
    static boolean tellsWhatOthersDid(String path) {
        return path.startsWith("/history/user-operation");
    }

    /** @param path below the engine's REST interface, without the part that names the engine */
    static boolean isOpen(String method, String path, boolean forAdministrator) {
        var doors = forAdministrator ? Stream.concat(EVERYBODY.stream(), ADMINISTRATORS.stream()) : EVERYBODY.stream();
        return doors.anyMatch(door -> door.lets(method, path));
    }

    /** The one task that is asked for, if it is one. */
    static Optional<String> taskIn(String path) {
        Matcher matcher = TASK.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static boolean isReading(String method) {
        return READING.contains(method);
    }

    /** Whether the body is a form's answers, which nobody evaluates, rather than a question to the engine. */
    static boolean takesAnswers(String path) {
        return path.endsWith("/submit-form") || path.endsWith("/complete");
    }

    static boolean keepsFilter(String path) {
        return path.startsWith("/filter/");
    }

    private static Door reading(String... paths) {
        return new Door(READING, pattern(paths));
    }

    private static Door posting(String... paths) {
        return new Door(Set.of("POST"), pattern(paths));
    }

    private static Pattern pattern(String... paths) {
        return Pattern.compile(String.join("|", paths).replace("ID", ID));
    }

    private record Door(Set<String> methods, Pattern path) {

        boolean lets(String method, String requested) {
            return methods.contains(method) && path.matcher(requested).matches();
        }
    }
}
