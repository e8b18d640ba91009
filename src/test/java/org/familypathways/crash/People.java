package org.familypathways.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.familypathways.crash.JourneyDriver.Step;
import org.familypathways.testing.SignedIn;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Demo workers at their work over HTTP, until the application does not answer any more. */
final class People {

    private static final TypeReference<List<Map<String, Object>>> TASKS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JourneyDriver> journeys;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** What the application has answered "done" to; it must stay done. */
    final Set<String> completedTasks = ConcurrentHashMap.newKeySet();

    final Set<String> begunCases = ConcurrentHashMap.newKeySet();

    /** What it said no to, for whoever looks into a failure. */
    final Set<String> refusals = ConcurrentHashMap.newKeySet();

    People(List<JourneyDriver> journeys) {
        this.journeys = journeys;
    }

    /** One thing that somebody does: begins a case, or completes a task that they find. */
    void doSomething(String address, Random random) throws IOException, InterruptedException {
        var journey = journeys.get(random.nextInt(journeys.size()));
        var beginning = journey.begin(random);
        if (beginning.isPresent() && random.nextInt(3) == 0) {
            begin(address, journey, beginning.get());
        } else {
            completeOne(address, journey, random);
        }
    }

    private void begin(String address, JourneyDriver journey, Step step) throws IOException, InterruptedException {
        String path = "/engine-rest/process-definition/key/" + journey.pathway() + "/submit-form";
        post(address + path, step.accountId(), Map.of("variables", variables(step)))
                .ifPresent(answer -> begunCases.add(String.valueOf(answer.get("id"))));
    }

    private void completeOne(String address, JourneyDriver journey, Random random)
            throws IOException, InterruptedException {
        String account = journey.people().get(random.nextInt(journey.people().size()));
        var tasks = tasks(address, account, journey.pathway());
        if (tasks.isEmpty()) {
            return;
        }
        var task = tasks.get(random.nextInt(tasks.size()));
        var step = journey.forTask(String.valueOf(task.get("taskDefinitionKey")), random)
                .filter(mine -> mine.accountId().equals(account));
        if (step.isPresent()) {
            complete(address, String.valueOf(task.get("id")), step.get());
        }
    }

    private void complete(String address, String task, Step step) throws IOException, InterruptedException {
        post(address + "/engine-rest/task/" + task + "/claim", step.accountId(), Map.of("userId", step.accountId()));
        var done = post(
                address + "/engine-rest/task/" + task + "/submit-form",
                step.accountId(),
                Map.of("variables", variables(step)));
        if (done.isPresent()) {
            completedTasks.add(task);
        }
    }

    private List<Map<String, Object>> tasks(String address, String account, String pathway)
            throws IOException, InterruptedException {
        var request = request(address + "/engine-rest/task?maxResults=20&processDefinitionKey=" + pathway, account);
        var answer = http.send(request.GET().build(), BodyHandlers.ofString());
        return answer.statusCode() == 200 ? JSON.readValue(answer.body(), TASKS) : List.of();
    }

    private static Map<String, Object> variables(Step step) {
        var variables = new LinkedHashMap<String, Object>();
        step.answers().forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return variables;
    }

    /** The answer when the application did it; nothing when it refused, for example because somebody else was faster. */
    private Optional<Map<String, Object>> post(String url, String account, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = request(url, account)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            refusals.add(answer.statusCode() + " " + answer.body());
            return Optional.empty();
        }
        return Optional.of(
                answer.body().isBlank() ? Map.of() : JSON.readValue(answer.body(), new TypeReference<>() {}));
    }

    private static HttpRequest.Builder request(String url, String account) {
        String credentials = account + ":" + SignedIn.PASSWORD;
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
    }
}
