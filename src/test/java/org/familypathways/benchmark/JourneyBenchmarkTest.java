package org.familypathways.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Journeys a second from start to finish, beside the same models on an engine whose delegates do nothing. */
@BenchmarkedApplication
class JourneyBenchmarkTest {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int TO_WARM_UP = Integer.getInteger("benchmark.warmup", 60);
    private static final int JOURNEYS = Integer.getInteger("benchmark.journeys", 120);

    /** With none the statements are counted and no time is measured. */
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

    private static final String DELIVERY = "notification-delivery";
    private static final int MOST_STATEMENTS = 60;

    @Autowired
    OurDepartment ours;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcConnectionDetails database;

    @Test
    void journeys_a_second(Figures figures) throws Exception {
        try (var bare = BareDepartment.open(database.getJdbcUrl(), statements)) {
            for (Journey journey : Journey.ALL) {
                follow(figures, bare, journey);
                countStatements(figures, bare, journey);
                if (ROUNDS > 0) {
                    compare(figures, bare, journey);
                }
            }
        }
    }

    private void compare(Figures figures, BareDepartment bare, Journey journey) {
        try (var one = new Hands(1);
                var many = new Hands(THREADS)) {
            compare(figures, bare, journey, one, "1 thread");
            compare(figures, bare, journey, many, THREADS + " threads");
        }
    }

    private void follow(Figures figures, BareDepartment bare, Journey journey) {
        int before = finished(DELIVERY).size();
        try (var one = new Hands(1)) {
            ours.walk(journey, prepared(ours, journey, 1), one);
        }
        int deliveries = finished(DELIVERY).size() - before;
        var cases = Stream.concat(Stream.of(DELIVERY), journey.pathways().stream())
                .flatMap(pathway -> finished(pathway).stream().limit(1))
                .map(HistoricProcessInstance::getId)
                .toList();
        var recording = new Recording(ours, cases);
        bare.follow(recording, deliveries);
        figures.add("Journey: " + journey.name(), "people told", String.valueOf(deliveries));
    }

    /** The latest first. */
    private List<HistoricProcessInstance> finished(String pathway) {
        return ours.engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(pathway)
                .finished()
                .orderByProcessInstanceEndTime()
                .desc()
                .list();
    }

    private void countStatements(Figures figures, BareDepartment bare, Journey journey) {
        try (var one = new Hands(1)) {
            var asked = counted(ours, journey, one);
            var askedBare = counted(bare, journey, one);
            figures.add(
                    "Journey: " + journey.name(),
                    "SQL statements a journey",
                    "%s (bare engine: %s)"
                            .formatted(
                                    Figures.number(StatementCount.total(asked) / 10.0),
                                    Figures.number(StatementCount.total(askedBare) / 10.0)));
            print(journey, asked, askedBare);
        }
    }

    private static void print(Journey journey, List<StatementCount.Tally> asked, List<StatementCount.Tally> askedBare) {
        var bare = askedBare.stream()
                .collect(Collectors.toMap(StatementCount.Tally::statement, StatementCount.Tally::times));
        System.out.printf("%s: what the bare engine does not ask (more times a journey, ms a time)%n", journey.name());
        asked.stream()
                .filter(tally -> tally.times() > bare.getOrDefault(tally.statement(), 0))
                .sorted(Comparator.comparingLong(StatementCount.Tally::nanos).reversed())
                .limit(MOST_STATEMENTS)
                .forEach(tally -> System.out.printf(
                        "%6.1f %8.2f  %.150s%n",
                        (tally.times() - bare.getOrDefault(tally.statement(), 0)) / 10.0,
                        tally.nanos() / 1e6 / tally.times(),
                        tally.statement()));
    }

    /** Both by turns, so that whatever else the machine does meets both; the best round of each counts. */
    private void compare(Figures figures, BareDepartment bare, Journey journey, Hands hands, String threads) {
        ours.walk(journey, prepared(ours, journey, share(TO_WARM_UP, journey)), hands);
        bare.walk(journey, prepared(bare, journey, share(TO_WARM_UP, journey)), hands);
        double best = 0;
        double bestBare = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, perSecond(ours, journey, hands));
            bestBare = Math.max(bestBare, perSecond(bare, journey, hands));
        }
        figures.add(
                "Journey: " + journey.name(),
                "journeys a second, " + threads,
                "%s (bare engine: %s; ratio %s)"
                        .formatted(Figures.number(best), Figures.number(bestBare), Figures.number(best / bestBare)));
    }

    private static double perSecond(Department department, Journey journey, Hands hands) {
        var families = prepared(department, journey, share(JOURNEYS, journey));
        long begun = System.nanoTime();
        department.walk(journey, families, hands);
        return families.size() / ((System.nanoTime() - begun) / 1e9);
    }

    /** As many as take about as long as that many referrals. */
    private static int share(int referrals, Journey journey) {
        return Math.max(4, referrals / journey.size());
    }

    private List<StatementCount.Tally> counted(Department department, Journey journey, Hands hands) {
        department.walk(journey, prepared(department, journey, 3), hands);
        var families = prepared(department, journey, 10);
        return statements.during(() -> department.walk(journey, families, hands));
    }

    private static List<String> prepared(Department department, Journey journey, int families) {
        return Stream.generate(() -> department.prepare(journey))
                .limit(families)
                .toList();
    }
}
