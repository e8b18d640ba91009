package org.familypathways.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages cost that people open all day, for a large family and for somebody with very many tasks. */
@BenchmarkedApplication
class PageBenchmarkTest {

    private static final String GROUP = "Pages";
    private static final String MANAGER = "tom.reid";
    private static final int ENTRIES = 2_000;
    private static final int TASKS = Integer.getInteger("benchmark.tasks", 5_000);
    private static final int REQUESTS = 11;

    @Autowired
    OurDepartment ours;

    @Autowired
    SignedIn signedIn;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_page_of_a_family_with_very_many_entries(Figures figures) {
        String family = ours.prepare(Journey.CONFERENCE_HELD);
        ours.begin(Journey.CONFERENCE_HELD, family);
        addEntries(family);
        var manager = signedIn.as(MANAGER);
        measure(figures, "family’s page with 2,000 entries", () -> manager.get("/families/" + family));
    }

    @Test
    void tasklist_of_somebody_with_very_many_tasks(Figures figures) {
        try (var hands = new Hands(Runtime.getRuntime().availableProcessors())) {
            var families = Stream.generate(() -> ours.prepare(Journey.CONFERENCE_HELD))
                    .limit(TASKS)
                    .toList();
            hands.share(families, family -> ours.begin(Journey.CONFERENCE_HELD, family));
        }
        jdbc.sql("analyze").update();
        var manager = signedIn.as(MANAGER);
        manager.get("/camunda/app/tasklist/default/");
        var of = " of somebody with %,d tasks".formatted(TASKS);
        measure(figures, "Tasklist’s list" + of, () -> tasks(manager, "/task?maxResults=15"));
        measure(figures, "Tasklist’s count" + of, () -> tasks(manager, "/task/count"));
        measure(figures, "my work" + of, () -> manager.get("/"));
    }

    private static HttpResponse<String> tasks(SignedIn.Browser manager, String path) {
        String query = "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}";
        return manager.json("POST", "/camunda/api/engine/engine/default" + path, path.endsWith("count") ? "{}" : query);
    }

    private void addEntries(String family) {
        jdbc.sql("""
                        insert into record_entry (entry_id, version, family_id, pathway, process_instance_id, task_key,
                                                  form_id, form_version, author, recorded_at, answers)
                        select nextval('record_entry_number'), 1, :family, 'referral', 'benchmark-' || n,
                               'userTask_decideReferral', 'referral.decide-referral', 1, 'grace.obi',
                               now() - n * interval '1 hour',
                               jsonb_build_object('referralOutcome', 'assessment', 'reason', repeat('A reason. ', 30))
                        from generate_series(1, :entries) n
                        """).param("family", family).param("entries", ENTRIES).update();
    }

    private void measure(Figures figures, String page, Supplier<HttpResponse<String>> request) {
        var millis = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            assertThat(request.get().statusCode()).as(page).isLessThan(400);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        int asked = StatementCount.total(statements.during(request::get));
        figures.add(
                GROUP,
                page,
                "%s ms (median of %d), %d statements".formatted(Figures.number(millis[REQUESTS / 2]), REQUESTS, asked));
    }
}
