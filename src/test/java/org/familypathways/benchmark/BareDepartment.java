package org.familypathways.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.AbstractMap;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The same models on an engine without anything of ours, in a database of its own on the same PostgreSQL. What a
 * delegate or an answer set on the whole application, it sets here; nothing else happens.
 */
final class BareDepartment extends Department implements AutoCloseable {

    private static final AtomicLong FAMILIES = new AtomicLong();
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private final FilledForms forms = new FilledForms();
    private final HikariDataSource pool;
    private Recording recording;
    private int deliveriesEach;
    private final ThreadLocal<Integer> deliveriesToBegin = ThreadLocal.withInitial(() -> 0);

    private BareDepartment(ProcessEngine engine, HikariDataSource pool, Beans beans) {
        super(engine);
        this.pool = pool;
        beans.department = this;
    }

    static BareDepartment open(String url, StatementCount statements) throws Exception {
        var pool = pool(url, createDatabase(url));
        var beans = new Beans();
        var engine = engine(statements.counting(pool), beans);
        var deployment = engine.getRepositoryService().createDeployment();
        for (Resource model : FilledForms.find("classpath*:bpmn/*")) {
            deployment.addInputStream("bpmn/" + model.getFilename(), model.getInputStream());
        }
        for (Resource form : FilledForms.find("classpath*:forms/*/*.form")) {
            deployment.addInputStream(form.getURL().getPath().replaceAll(".*/forms/", "forms/"), form.getInputStream());
        }
        deployment.deploy();
        return new BareDepartment(engine, pool, beans);
    }

    /** @param deliveriesEach how many people are told in the course of the journey */
    void follow(Recording recorded, int deliveriesEach) {
        recording = recorded;
        this.deliveriesEach = deliveriesEach;
    }

    @Override
    String prepare(Journey journey) {
        return journey.beginsWith().isEmpty() ? "" : newFamily();
    }

    @Override
    String begin(Journey journey, String prepared) {
        deliveriesToBegin.set(deliveriesEach);
        return prepared.isEmpty() ? beginByForm(journey) : beginByMessage(journey, prepared);
    }

    private String beginByForm(Journey journey) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(journey.pathways().get(0))
                .latestVersion()
                .singleResult();
        var begun = engine.getFormService().submitStartForm(definition.getId(), recorded(journey.startEvent()));
        return (String) engine.getRuntimeService().getVariable(begun.getId(), "familyId");
    }

    private String beginByMessage(Journey journey, String familyId) {
        var variables = recorded(journey.startEvent());
        variables.putAll(journey.carried());
        variables.put("familyId", familyId);
        engine.getRuntimeService()
                .startProcessInstanceByMessage(
                        journey.beginsWith(), journey.pathways().get(0) + ":" + familyId, variables);
        return familyId;
    }

    private static String newFamily() {
        return "B-" + FAMILIES.incrementAndGet();
    }

    private Map<String, Object> recorded(String step) {
        var variables = new LinkedHashMap<>(recording.at(step));
        variables.computeIfPresent("familyId", (name, other) -> newFamily());
        return variables;
    }

    @Override
    Map<String, Object> answers(Journey journey, Task task) {
        return recorded(step(task));
    }

    /** In the transaction of the first step that does something, as notifications begin in that of a step. */
    private void beginDeliveries(DelegateExecution execution) {
        for (int i = deliveriesToBegin.get(); i > 0; i--) {
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                            "notification-delivery",
                            "notification-delivery:F-000001:" + i,
                            Map.of("notificationId", "N-000001", "familyId", "F-000001"));
        }
        deliveriesToBegin.remove();
    }

    @Override
    void signedIn(String step, Work work) {
        String account = forms.worker(step);
        engine.getIdentityService().setAuthenticatedUserId(account);
        try {
            work.as(account);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    private static ProcessEngine engine(DataSource database, Beans beans) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        // the settings of ours that make an engine faster
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setHistoryRemovalTimeStrategy("none");
        configuration.setHistoryCleanupStrategy("endTimeBased");
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setDefaultSerializationFormat("application/json");
        configuration.setBeans(beans);
        return configuration.buildProcessEngine();
    }

    private static HikariDataSource pool(String url, String database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url.replaceAll("/\\w+($|\\?)", "/" + database + "$1"));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(20);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.addDataSourceProperty("reWriteBatchedInserts", true);
        return pool;
    }

    private static String createDatabase(String url) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(url.replaceAll("/\\w+($|\\?)", "/postgres$1"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database bare_engine");
        }
        return "bare_engine";
    }

    /** What the models name: beans that answer at once, and delegates that only set what was set. */
    private static final class Beans extends AbstractMap<Object, Object> {

        private final Map<Object, Object> beans = new HashMap<>();
        private @Nullable BareDepartment department;

        Beans() {
            delegates().forEach(name -> beans.put(name, (JavaDelegate) this::setWhatWasSet));
            beans.put("throwMessage", (JavaDelegate) execution -> {});
            beans.put("timescale", new Timescale());
            beans.put("network", new Network());
            beans.put("invitedAgencies", new Agencies());
            beans.put("offeredHolders", new Holders());
            beans.put("conferenceOfferTiming", new OfferTiming());
            beans.put("conferenceReference", new References());
            beans.put("conferenceCoordinatorOptions", new Coordinators());
        }

        private static Set<String> delegates() {
            var names = new HashSet<String>();
            for (Resource model : FilledForms.find("classpath*:bpmn/*.bpmn")) {
                try {
                    DELEGATE.matcher(model.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                            .results()
                            .forEach(found -> names.add(found.group(1)));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            return names;
        }

        private void setWhatWasSet(DelegateExecution execution) {
            if (department != null) {
                department
                        .recorded(department.step(execution.getProcessDefinitionId(), execution.getCurrentActivityId()))
                        .forEach(execution::setVariable);
                department.beginDeliveries(execution);
            }
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return beans.entrySet();
        }

        @Override
        public @Nullable Object get(@Nullable Object name) {
            return beans.get(name);
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return beans.containsKey(name);
        }
    }

    public static final class Timescale {

        private static final Date NEXT_YEAR = new Date(System.currentTimeMillis() + 31_536_000_000L);

        public Date due(Object execution, String code) {
            return NEXT_YEAR;
        }

        public Date warning(Object execution, String code) {
            return NEXT_YEAR;
        }

        public Date until(Object execution, String code) {
            return NEXT_YEAR;
        }
    }

    public static final class Network {

        public List<String> children(String familyId) {
            return List.of("C-000001");
        }

        public List<String> members(String familyId) {
            return List.of("P-000001", "P-000002");
        }

        public List<String> holdersOfParentalResponsibility(String familyId) {
            return List.of("P-000001", "P-000002");
        }
    }

    public static final class Agencies {

        public List<String> of(Object execution) {
            return List.of("police", "health-visitor");
        }
    }

    public static final class Holders {

        public List<String> toBeOffered(Object execution) {
            return List.of("P-000001", "P-000002");
        }

        public List<String> toBeChecked(Object execution) {
            return List.of("P-000001", "P-000002");
        }

        public List<String> accepting(Object execution) {
            return List.of("P-000001", "P-000002");
        }
    }

    public static final class OfferTiming {

        public boolean atBooking() {
            return false;
        }
    }

    public static final class References {

        public String next(String familyId) {
            return "family-group-conference:" + familyId;
        }
    }

    public static final class Coordinators {

        public List<Map<String, String>> of(String familyId) {
            return List.of(Map.of("value", "ben.cole", "label", "Ben Cole"));
        }
    }
}
