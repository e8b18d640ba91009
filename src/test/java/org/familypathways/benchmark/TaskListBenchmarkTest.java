package org.familypathways.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.StockEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.PlatformTransactionManager;

/** What a list of tasks costs, by our statements and by the engine's own, in a department that grows tenfold. */
@BenchmarkedApplication
class TaskListBenchmarkTest {

    private static final String GROUP = "Lists of tasks";
    private static final List<Integer> SIZES = List.of(5_000, 50_000);
    private static final int PEOPLE = 100;
    private static final int REQUESTS = 11;
    private static final String STOPPED = "57014";
    private static final long ENOUGH = 4_000_000_000L;
    private static final String BY_URGENCY = """
            {"active":true,"sorting":[{"sortBy":"priority","sortOrder":"desc"},{"sortBy":"dueDate","sortOrder":"asc"}]}
            """;

    @Autowired
    LargeDepartment department;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SignedIn signedIn;

    @Autowired
    StatementCount statements;

    private ProcessEngine stock;

    @BeforeEach
    void open() {
        stock = StockEngine.beside(engine, database, transactions);
        department.open();
    }

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void lists_of_tasks_in_a_department_that_grows(Figures figures) {
        var people = department.join(PEOPLE);
        var rows = new LinkedHashMap<String, List<String>>();
        for (int size : SIZES) {
            department.growTo(size);
            for (var question : questions().entrySet()) {
                for (String person : people(question.getKey())) {
                    rows.computeIfAbsent(question.getKey() + ", " + person(person), row -> new ArrayList<>())
                            .add(sideBySide(size, person, question.getValue()));
                }
            }
            var browser = signedIn.as(LargeDepartment.OF_SMALL_TEAMS);
            rows.computeIfAbsent("home page", row -> new ArrayList<>())
                    .add("%,d open: %s ms, %d statements"
                            .formatted(
                                    size,
                                    Figures.number(median(() -> browser.get("/"))),
                                    StatementCount.total(statements.during(() -> browser.get("/")))));
        }
        rows.forEach((row, figure) -> figures.add(GROUP, row, String.join("; ", figure)));
        everybodyRefreshes(figures, people);
    }

    /** A list of a manager of everything differs from all that is visible by what it leaves out. */
    private static List<String> people(String question) {
        var workers = List.of(LargeDepartment.OF_SMALL_TEAMS, LargeDepartment.OF_LARGE_TEAMS);
        return question.startsWith("all visible")
                ? List.of(workers.get(0), workers.get(1), LargeDepartment.MANAGER_OF_ALL)
                : workers;
    }

    private static String person(String account) {
        return switch (account) {
            case LargeDepartment.OF_SMALL_TEAMS -> "three teams with 375 tasks in all";
            case LargeDepartment.OF_LARGE_TEAMS -> "three of forty teams";
            default -> "manager of everything";
        };
    }

    private Map<String, Consumer<ProcessEngine>> questions() {
        var questions = new LinkedHashMap<String, Consumer<ProcessEngine>>();
        questions.put(
                "all visible, list",
                asked -> asked.getTaskService()
                        .createTaskQuery()
                        .active()
                        .orderByTaskPriority()
                        .desc()
                        .orderByDueDate()
                        .asc()
                        .listPage(0, 15));
        questions.put(
                "all visible, count",
                asked -> asked.getTaskService().createTaskQuery().active().count());
        for (String list : List.of("My team’s tasks", "Due this week", "Overdue", "Referral")) {
            String id = listNamed(list);
            questions.put(list + ", list", asked -> asked.getFilterService().listPage(id, 0, 15));
            questions.put(list + ", count", asked -> asked.getFilterService().count(id));
        }
        return questions;
    }

    private String listNamed(String name) {
        return engine.getFilterService().createFilterQuery().filterName(name).list().stream()
                .map(Filter::getId)
                .findFirst()
                .orElseThrow();
    }

    private String sideBySide(int size, String person, Consumer<ProcessEngine> question) {
        Function<ProcessEngine, Double> asked = which -> median(() -> question.accept(which));
        double ours = as(person, engine, asked);
        return "%,d open: %s ms, stock %s".formatted(size, Figures.number(ours), stock(person, asked, ours));
    }

    private String stock(String person, Function<ProcessEngine, Double> asked, double ours) {
        try {
            double theirs = as(person, stock, asked);
            return "%s ms (%s times)".formatted(Figures.number(theirs), Figures.number(theirs / ours));
        } catch (ProcessEngineException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException stopped)
                    || !STOPPED.equals(stopped.getSQLState())) {
                throw e;
            }
            double atLeast = StockEngine.PATIENCE.toMillis();
            return "given up after %s (more than %s times)"
                    .formatted(Figures.seconds(atLeast / 1e3), Figures.number(atLeast / ours));
        }
    }

    private <T> T as(String person, ProcessEngine which, Function<ProcessEngine, T> work) {
        var groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        which.getIdentityService().setAuthentication(person, groups);
        try {
            return work.apply(which);
        } finally {
            which.getIdentityService().clearAuthentication();
        }
    }

    /** Of as many requests as there is time for; the first ones count only when each takes very long. */
    private static double median(Runnable work) {
        var millis = new ArrayList<Double>();
        long begun = System.nanoTime();
        while (millis.size() < 2 * REQUESTS && (millis.isEmpty() || System.nanoTime() - begun < ENOUGH)) {
            long asked = System.nanoTime();
            work.run();
            millis.add((System.nanoTime() - asked) / 1e6);
        }
        var last = millis.subList(millis.size() / 2, millis.size()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return last[last.length / 2];
    }

    /** Tasklist sends one request for each refresh: the page of the list, how many there are, and the families. */
    private void everybodyRefreshes(Figures figures, List<String> people) {
        String path = "/camunda/api/engine/engine/default/filter/%s/list?firstResult=0&maxResults=15"
                .formatted(listNamed("My team’s tasks"));
        var browsers = people.stream().map(signedIn::as).toList();
        browsers.forEach(browser -> browser.get("/camunda/app/tasklist/default/"));
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var statementsOfOurs = configuration.getDbSqlSessionFactory().getStatementMappings();
        var statementsOfStock = ((ProcessEngineConfigurationImpl) stock.getProcessEngineConfiguration())
                .getDbSqlSessionFactory()
                .getStatementMappings();
        refresh(browsers, path);
        figures.add(GROUP, "100 people refresh at once, 50,000 open", refresh(browsers, path));
        try {
            configuration.getDbSqlSessionFactory().setStatementMappings(statementsOfStock);
            figures.add(GROUP, "100 people refresh at once, 50,000 open, stock statements", refresh(browsers, path));
        } finally {
            configuration.getDbSqlSessionFactory().setStatementMappings(statementsOfOurs);
        }
    }

    private static String refresh(List<SignedIn.Browser> browsers, String path) {
        var millis = new CopyOnWriteArrayList<Double>();
        long begun = System.nanoTime();
        try (var hands = new Hands(browsers.size())) {
            hands.share(browsers, browser -> {
                long asked = System.nanoTime();
                HttpResponse<String> answer = browser.json("POST", path, BY_URGENCY);
                millis.add((System.nanoTime() - asked) / 1e6);
                assertThat(answer.statusCode()).isEqualTo(200);
            });
        }
        double all = (System.nanoTime() - begun) / 1e9;
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return "all answered after %s, median %s ms, slowest %s ms"
                .formatted(
                        Figures.seconds(all),
                        Figures.number(sorted[sorted.length / 2]),
                        Figures.number(sorted[sorted.length - 1]));
    }
}
