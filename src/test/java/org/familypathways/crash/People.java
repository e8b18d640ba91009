package org.familypathways.crash;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.SignedIn.Browser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Demo workers at their work over HTTP. They sign in once: their sessions outlive the application. */
final class People {

    private static final TypeReference<List<Map<String, Object>>> TASKS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JourneyDriver> journeys;
    private final SignedIn doors;
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();

    /** What the application has answered "done" to, by task: it must stay done, with these answers. */
    final Map<String, Map<String, Object>> completedTasks = new ConcurrentHashMap<>();

    /** The same for start forms, by case. */
    final Map<String, Map<String, Object>> begunCases = new ConcurrentHashMap<>();

    /** Tasks of which two people were told that they had done them. */
    final Set<String> completedTwice = ConcurrentHashMap.newKeySet();

    /** What the application said no to, and how often. */
    final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    People(List<JourneyDriver> journeys, int... ports) {
        this.journeys = journeys;
        this.doors = SignedIn.at(ports);
    }

    /**
     * One thing that somebody does: begins a case, or completes a task that they find.
     *
     * @throws IOException when the application does not answer any more
     */
    void doSomething(Random random) throws IOException {
        try {
            var journey = journeys.get(random.nextInt(journeys.size()));
            var beginning = journey.begin(random);
            if (beginning.isPresent() && random.nextInt(3) == 0) {
                begin(journey, beginning.get());
            } else {
                completeOne(journey, random);
            }
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException gone) {
                throw gone;
            }
            throw e;
        }
    }

    private void begin(JourneyDriver journey, JourneyDriver.Beginning beginning) {
        String path = "/process-definition/key/" + journey.pathway() + "/submit-form";
        post(beginning.accountId(), path, variables(beginning.answers())).ifPresent(answer -> {
            String id = String.valueOf(JSON.readValue(answer, ANSWER).get("id"));
            begunCases.put(id, beginning.answers());
        });
    }

    private void completeOne(JourneyDriver journey, Random random) {
        String account = JourneyDriver.oneOf(journey.people(), random);
        var tasks = tasks(account, journey.pathway());
        if (tasks.isEmpty()) {
            return;
        }
        var task = tasks.get(random.nextInt(tasks.size()));
        journey.answers(String.valueOf(task.get("taskDefinitionKey")), random)
                .ifPresent(answers -> complete(account, String.valueOf(task.get("id")), answers));
    }

    private void complete(String account, String task, Map<String, Object> answers) {
        post(account, "/task/" + task + "/claim", Map.of("userId", account));
        post(account, "/task/" + task + "/submit-form", variables(answers)).ifPresent(done -> {
            if (completedTasks.put(task, answers) != null) {
                completedTwice.add(task);
            }
        });
    }

    private List<Map<String, Object>> tasks(String account, String pathway) {
        var answer = browser(account).get("/engine-rest/task?maxResults=50&processDefinitionKey=" + pathway);
        return isDone(account, answer) ? JSON.readValue(answer.body(), TASKS) : List.of();
    }

    /** The answer when the application did it; nothing when it refused, for example because somebody else was faster. */
    private Optional<String> post(String account, String path, Map<String, Object> body) {
        var answer = browser(account).json("POST", "/engine-rest" + path, JSON.writeValueAsString(body));
        return isDone(account, answer) ? Optional.of(answer.body()) : Optional.empty();
    }

    private Browser browser(String account) {
        return browsers.computeIfAbsent(account, doors::as);
    }

    private boolean isDone(String account, HttpResponse<String> answer) {
        if (answer.statusCode() < 300) {
            return true;
        }
        if (answer.statusCode() == 401) {
            browsers.remove(account);
        }
        refusals.merge(answer.statusCode() + " " + answer.body(), 1, Integer::sum);
        return false;
    }

    private static Map<String, Object> variables(Map<String, Object> answers) {
        var variables = new LinkedHashMap<String, Object>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return Map.of("variables", variables);
    }
}
