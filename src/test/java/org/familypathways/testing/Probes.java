package org.familypathways.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Random questions about a family: at every address that the application answers, and at every open door of the engine. */
public final class Probes {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final int OF_EACH_PAGE = 2;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");

    private static final List<String> FIELDS = List.of(
            "words",
            "page",
            "family",
            "familyId",
            "other",
            "others",
            "child",
            "person",
            "worker",
            "named",
            "reason",
            "event",
            "on-day",
            "on-month",
            "on-year",
            "what",
            "once",
            "firstName",
            "lastName",
            "entry",
            "flag",
            "about",
            "lifted",
            "withdrawn",
            "account",
            "task",
            "note",
            "status",
            "q",
            "search",
            "sort");

    private static final List<String> TASK_DOORS = List.of(
            "GET /task/{task}",
            "GET /task/{task}/form",
            "GET /task/{task}/form-variables",
            "GET /task/{task}/deployed-form",
            "GET /task/{task}/identity-links",
            "GET /task/{task}/comment",
            "GET /task/{task}/attachment",
            "GET /task/{task}/variables",
            "GET /task?maxResults=20&taskId={task}",
            "GET /task?maxResults=20&processInstanceId={instance}",
            "GET /task?maxResults=20&processInstanceBusinessKeyLike=%25{family}%25&sortBy=dueDate&sortOrder=desc",
            "GET /task?maxResults=20&processVariables=familyId_eq_{family}",
            "GET /task/count?processVariables=familyId_eq_{family}",
            "GET /task/count?processInstanceBusinessKey=referral:{family}:1",
            "GET /task/count?taskId={task}",
            "GET /task/count?nameLike=%25{lastName}%25",
            "GET /history/user-operation?maxResults=20&taskId={task}",
            "GET /history/user-operation/count?processInstanceId={instance}",
            "GET /history/process-instance/{instance}",
            "GET /history/variable-instance?variableValue={family}",
            "GET /process-instance/{instance}",
            "GET /process-instance/{instance}/variables",
            "GET /variable-instance?variableValues=familyId_eq_{family}",
            "GET /authorization/check?permissionName=READ&resourceName=TASK&resourceType=7&resourceId={task}",
            "GET /user?maxResults=20&lastNameLike=%25{lastName}%25",
            "GET /user/{lastName}/profile",
            "GET /filter?itemCount=true",
            "POST /task?maxResults=20 {\"processInstanceId\":\"{instance}\"}",
            "POST /task?maxResults=20 {\"orQueries\":[{\"taskId\":\"{task}\"},{\"assignee\":\"{me}\"}]}",
            "POST /task?maxResults=20 {\"candidateUser\":\"{me}\",\"includeAssignedTasks\":true,\"taskId\":\"{task}\"}",
            "POST /task?maxResults=20 {\"assignee\":\"{me}\",\"processInstanceId\":\"{instance}\"}",
            "POST /task/count {\"orQueries\":[{\"processInstanceId\":\"{instance}\"},{\"taskId\":\"{task}\"}]}",
            "POST /task/count {\"processVariables\":[{\"name\":\"familyId\",\"operator\":\"like\",\"value\":\"{family}\"}]}",
            "POST /task/count {\"involvedUser\":\"{me}\",\"processInstanceId\":\"{instance}\"}",
            "POST /task/{task}/claim {\"userId\":\"{me}\"}",
            "POST /task/{task}/unclaim {}",
            "POST /task/{task}/assignee {\"userId\":\"{me}\"}",
            "POST /task/{task}/complete {\"variables\":{}}",
            "POST /task/{task}/submit-form {\"variables\":{\"outcome\":{\"value\":\"x\"}}}",
            "POST /process-definition/key/family-group-conference-offer/submit-form"
                    + " {\"variables\":{\"familyReference\":{\"value\":\"{family}\"}}}");

    private final Random random;
    private final HiddenFamily family;

    public Probes(Random random, HiddenFamily family) {
        this.random = random;
        this.family = family;
    }

    /** Some with the references where they belong, and some with any of them anywhere. */
    public List<Probe> ofPages(RequestMappingHandlerMapping pages) {
        var probes = new ArrayList<Probe>();
        pages.getHandlerMethods()
                .keySet()
                .forEach(handler -> handler.getPatternValues().stream()
                        .filter(pattern -> !pattern.contains("api-docs") && !pattern.contains("swagger"))
                        // would end the session in which the next question is asked
                        .filter(pattern -> !pattern.contains("sign"))
                        .forEach(pattern -> {
                            var methods = handler.getMethodsCondition().getMethods().stream()
                                    .map(Enum::name)
                                    .toList();
                            for (String method : methods.isEmpty() ? List.of("GET") : methods) {
                                IntStream.range(0, OF_EACH_PAGE)
                                        .forEach(round -> probes.add(page(method, pattern, round == 0)));
                            }
                        }));
        for (String words : List.of(
                family.id("family"),
                family.id("child"),
                family.id("person"),
                family.firstName(),
                family.lastName(),
                family.lastName().substring(0, 6),
                family.firstName() + " " + family.lastName())) {
            probes.add(new Probe("POST", "/families", "/families", FORM, "words=" + encoded(words)));
        }
        return probes;
    }

    private Probe page(String method, String pattern, boolean inPlace) {
        String path = VARIABLE.matcher(pattern).replaceAll(name -> inPlace ? right(pattern, name) : any());
        String fields = FIELDS.stream()
                .filter(field -> random.nextInt(3) == 0)
                .map(field -> field + "=" + encoded(value(field)))
                .collect(Collectors.joining("&"));
        return switch (method) {
            case "GET", "HEAD" -> new Probe(method, pattern, fields.isEmpty() ? path : path + "?" + fields, "", "");
            case "PUT", "DELETE" ->
                new Probe(method, pattern, path, JSON, "{\"familyReference\":\"%s\"}".formatted(any()));
            default ->
                pattern.startsWith("/api/")
                        ? new Probe(method, pattern, path, JSON, "{\"reference\":\"%s\"}".formatted(any()))
                        : new Probe(method, pattern, path, FORM, fields);
        };
    }

    private String right(String pattern, MatchResult variable) {
        String name = variable.group(1);
        if (name.equals("id")) {
            return family.id(pattern.startsWith("/notifications") ? "notification" : "family");
        }
        // elsewhere an account is somebody whom the question could do something to
        String account = pattern.startsWith("/families") ? "amina.khan" : any();
        return Map.of("form", family.id("task"), "role", "social-worker", "account", account)
                .getOrDefault(name, family.id(name) == null ? any() : family.id(name));
    }

    private String value(String field) {
        // far from every number that a hidden thing may have
        return field.equals("page") ? String.valueOf(5_000 + random.nextInt(4)) : any();
    }

    private String any() {
        var references = family.references();
        return references.get(random.nextInt(references.size()));
    }

    /** By both of its interfaces. */
    public List<Probe> ofEngine(String account) {
        var probes = new ArrayList<Probe>();
        for (String way : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            for (String door : TASK_DOORS) {
                var parts = door.replace("{me}", account).split(" ", 3);
                probes.add(new Probe(
                        parts[0],
                        way + parts[1],
                        way + filled(parts[1]),
                        parts.length > 2 ? JSON : "",
                        parts.length > 2 ? filled(parts[2]) : ""));
            }
        }
        return probes;
    }

    private String filled(String text) {
        String filled = text;
        for (String kind : List.of("task", "instance", "family", "lastName")) {
            filled = filled.replace("{" + kind + "}", family.id(kind));
        }
        return filled;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
