package org.familypathways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.record.process.ReportableEvent;
import org.familypathways.record.process.Reports;
import org.familypathways.record.process.Reports.Report;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.EngineTables;
import org.familypathways.testing.FilledForms;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine routes, the record remembers: whatever people write, through whatever door, and whatever anybody is called,
 * stands in no table of the engine and in no log. One word that occurs nowhere else is written wherever one can write.
 */
@ApplicationTest
class SentinelTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int STEPS = 120;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineTables tables;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Work work;

    @Autowired
    Workers workers;

    @Autowired
    NetworkMembers network;

    @Autowired
    FamilyAccess access;

    @Autowired
    Reports reports;

    @Autowired
    SignedIn signedIn;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>() {

        @Override
        protected void append(ILoggingEvent event) {
            // keeps what the thread says of itself at that moment
            event.prepareForDeferredProcessing();
            super.append(event);
        }
    };
    private final Map<String, Integer> turns = new HashMap<>();
    private final Map<String, String> refusals = new TreeMap<>();
    private final Set<String> seenFamilies = new HashSet<>();
    private String word;
    private FilledForms forms;
    private Level before;

    @BeforeEach
    void somebody_listens_to_the_log() {
        word = "Zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        forms = new FilledForms(word, LocalDate.now());
        before = root().getLevel();
        root().setLevel(Level.INFO);
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void nobody_listens_any_more() {
        root().detachAppender(log);
        root().setLevel(before);
    }

    @Test
    void what_people_write_and_what_people_are_called_is_in_no_table_of_the_engine_and_in_no_log() {
        throughTheStartForm();
        throughTheInterfaceForReferrals();
        throughTheCensus();
        throughADraftAndClosedDoors();
        int done = throughEveryTask();
        throughDocumentsAndLetters();
        throughAnAccident();

        assertThat(done).as("tasks completed; refused were %s", refusals).isGreaterThan(15);
        assertThat(onRecord("record_entry")).as("entries of the record").isGreaterThan(15);
        assertThat(onRecord("child")).isGreaterThan(1);
        assertThat(onRecord("document")).isPositive();
        assertThat(onRecord("document_version")).isPositive();
        assertThat(onRecord("network_member")).isGreaterThan(1);
        assertThat(tables.where(word)).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void the_search_would_find_it() {
        assertThat(tables.where("referral")).contains("act_ge_bytearray.bytes_", "act_re_procdef.key_");
    }

    private void throughTheStartForm() {
        var officer = signedIn.program("sam.lee");
        String path = "/engine-rest/process-definition/key/referral/submit-form";
        for (int turn = 0; turn < 6; turn++) {
            var answers = new HashMap<>(forms.answers("referral.record-contact", turn));
            answers.put("born", "born");
            answers.put("area", "north");
            answers.put("lastName", word + turn);
            answers.put("laChildId", word + turn);
            answers.put("upn", word + turn);
            answers.remove("expectedBirthDate");
            assertThat(officer.json("POST", path, submission(answers, word + turn))
                            .statusCode())
                    .isEqualTo(200);
            answers.put("area", word);
            assertThat(officer.json("POST", path, submission(answers, word)).statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
        remember();
    }

    private void throughTheInterfaceForReferrals() {
        var program = signedIn.program("sam.lee");
        String referral = """
                {"reference": "%1$sreference", "receivedOn": "%2$s", "source": "6", "primaryNeed": "N1",
                 "immediateDanger": true, "area": "north", "worry": "%1$sworry", "referrer": "%1$sreferrer",
                 "child": {"firstName": "%1$sfirst", "lastName": "%1$slast", "birthDate": "2017-04-03", "sex": "F",
                           "laChildId": "%1$s"}}
                """.formatted(word, LocalDate.now());
        assertThat(program.json("POST", "/api/referrals", referral).statusCode())
                .isEqualTo(201);
        assertThat(program.json("POST", "/api/referrals", referral.replace(word + "worry", word + "other"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(program.json("POST", "/api/referrals", referral.replace("\"6\"", "\"" + word + "\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(program.json("POST", "/api/referrals", "{" + word).statusCode())
                .isEqualTo(400);
        remember();
    }

    private void throughTheCensus() {
        var administrator = signedIn.program("alex.admin");
        String child =
                "<Child><ChildIdentifiers><LAchildID>%sC</LAchildID><PersonBirthDate>2016-05-05</PersonBirthDate>"
                                .formatted(word)
                        + "<Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>"
                        + "<CINdetails><CINreferralDate>2025-05-06</CINreferralDate><ReferralSource>6</ReferralSource></CINdetails></Child>";
        String file = "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
                + "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>"
                + "<LEA>999</LEA></Source></Header><Children>" + child + child.replace("<Sex>F", "<Sex>" + word)
                + "</Children></Message>";
        for (String text : List.of(file, file.replace("</Children>", word), word)) {
            administrator.send(administrator
                    .request("/api/census-imports?area=north")
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString(text)));
        }
    }

    private int throughEveryTask() {
        int done = 0;
        for (int step = 0; step < STEPS; step++) {
            remember();
            var open = openTasks();
            if (open.isEmpty() && !letTimePass()) {
                break;
            }
            for (Task task : open) {
                done += complete(task) ? 1 : 0;
            }
            runJobs();
            if (step % 5 == 4) {
                seenFamilies.forEach(this::reportWhatHappened);
            }
        }
        return done;
    }

    private void reportWhatHappened(String family) {
        if (!access.maySee("tom.reid", family)) {
            return;
        }
        List<ReportableEvent> awaited = work.as("tom.reid").signedIn(() -> reports.awaited(family));
        for (ReportableEvent event : awaited) {
            var report = new Report(event.reference(), LocalDate.now(), event.personId(), word + "what", word + "once");
            try {
                work.as("tom.reid").signedIn(() -> {
                    reports.report(family, report);
                    return true;
                });
            } catch (RuntimeException e) {
                refusals.put(event.reference(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** Once without what must be answered, which leaves a draft, then in full. */
    private boolean complete(Task task) {
        int turn = turns.merge(task.getTaskDefinitionKey(), 1, Integer::sum) - 1;
        var answers = forms.answers(task.getCamundaFormRef().getKey(), turn);
        for (String account : whoMay(task)) {
            attempt(account, task, Map.of("worry" + word, word));
            if (attempt(account, task, answers)) {
                return true;
            }
        }
        return false;
    }

    private boolean attempt(String account, Task task, Map<String, Object> answers) {
        try {
            work.as(account).complete(task, answers);
            return true;
        } catch (RuntimeException e) {
            refusals.put(task.getTaskDefinitionKey(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private List<String> whoMay(Task task) {
        var links = engine.getTaskService().getIdentityLinksForTask(task.getId());
        var groups = links.stream().map(IdentityLink::getGroupId).toList();
        return workers.active().stream()
                .map(Worker::accountId)
                .filter(account -> workers.holdings(account).stream()
                        .map(RoleHolding::group)
                        .anyMatch(groups::contains))
                .toList();
    }

    private void throughADraftAndClosedDoors() {
        var task = engine.getTaskService()
                .createTaskQuery()
                .active()
                .listPage(0, 1)
                .get(0);
        String text = "{\"message\": \"%1$s\", \"name\": \"%1$s\", \"userId\": \"%1$s\", \"value\": \"%1$s\","
                + " \"description\": \"%1$s\", \"id\": \"%1$s\"}";
        for (String account : List.of("sam.lee", "alex.admin")) {
            var browser = signedIn.program(account);
            for (String door : List.of(
                    "POST /task/create",
                    "POST /task/%s/comment/create",
                    "PUT /task/%s",
                    "POST /task/%s/assignee",
                    "POST /task/%s/claim",
                    "PUT /task/%s/variables/worry",
                    "PUT /task/%s/localVariables/worry",
                    "POST /task/%s/complete",
                    "POST /task/%s/submit-form",
                    "POST /task/no-such-task/claim",
                    "GET /task/no-such-task",
                    "POST /process-definition/key/no-such-pathway/submit-form",
                    "POST /filter/no-such-list/list")) {
                String[] parts = door.formatted(task.getId()).split(" ");
                browser.json(parts[0], "/engine-rest" + parts[1], text.formatted(word));
            }
        }
        signedIn.nobody().signIn(word, word);
        signedIn.as("amina.khan").get("/families?search=" + word);
        signedIn.as("amina.khan").get("/families/" + word);
    }

    /** A step of the system fails, and the engine keeps why. */
    private void throughDocumentsAndLetters() {
        var manager = signedIn.as("tom.reid");
        for (String family : seenFamilies) {
            String documents = "/families/" + family + "/documents";
            for (String content : List.of("A report about " + word, "<html>" + word, "%PDF-1.7 " + word)) {
                manager.upload(documents, Map.of("title", word), word + ".txt", content.getBytes(UTF_8));
            }
            network.ofFamily(family)
                    .forEach(person -> manager.get(
                            "/families/" + family + "/letters?letter=conference-offer&person=" + person.id()));
        }
    }

    private void throughAnAccident() {
        for (Job job : engine.getManagementService().createJobQuery().messages().list()) {
            try {
                engine.getManagementService().executeJob(job.getId());
            } catch (RuntimeException e) {
                // kept by the engine, which is what this is about
            }
        }
    }

    private void runJobs() {
        instances().forEach(instance -> {
            try {
                work.runJobs(instance);
            } catch (RuntimeException e) {
                // kept by the engine, which is what this is about
            }
        });
    }

    private boolean letTimePass() {
        var timers = instances().stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .timers()
                        .withRetriesLeft()
                        .list()
                        .stream())
                .limit(1)
                .toList();
        timers.forEach(timer -> {
            try {
                engine.getManagementService().executeJob(timer.getId());
            } catch (RuntimeException e) {
                // kept by the engine, which is what this is about
            }
        });
        return !timers.isEmpty();
    }

    private List<Task> openTasks() {
        return seenFamilies.stream()
                .flatMap(family -> engine
                        .getTaskService()
                        .createTaskQuery()
                        .processVariableValueEquals("familyId", family)
                        .initializeFormKeys()
                        .list()
                        .stream())
                .toList();
    }

    private List<String> instances() {
        return seenFamilies.stream()
                .flatMap(family -> engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .variableValueEquals("familyId", family)
                        .list()
                        .stream())
                .map(instance -> instance.getId())
                .toList();
    }

    /** Families whose child bears the word, and people around them who bear it too. */
    private void remember() {
        jdbc
                .sql("select family_id from child where child::text ilike :word")
                .param("word", "%" + word + "%")
                .query(String.class)
                .list()
                .stream()
                .filter(seenFamilies::add)
                .forEach(family -> network.add(
                        family,
                        new NewNetworkMember(
                                word + "Jo", word, "mother", true, null, word + "@example.org", "07700 900123", word)));
    }

    private int onRecord(String table) {
        return jdbc.sql("select count(*) from %1$s where %1$s::text ilike :word".formatted(table))
                .param("word", "%" + word + "%")
                .query(Integer.class)
                .single();
    }

    private List<String> logged() {
        var found = new ArrayList<String>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            // with what the log for machines says beside the sentence
            String text = event.getFormattedMessage()
                    + event.getMDCPropertyMap()
                    + event.getKeyValuePairs()
                    + event.getThreadName()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            if (text.toLowerCase().contains(word.toLowerCase())) {
                found.add(event.getLoggerName() + ": "
                        + text.substring(0, Math.min(400, text.length())).replace('\n', ' '));
            }
        }
        return found;
    }

    private static String submission(Map<String, Object> answers, String businessKey) {
        var variables = new HashMap<String, Object>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return JSON.writeValueAsString(Map.of("variables", variables, "businessKey", businessKey));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
