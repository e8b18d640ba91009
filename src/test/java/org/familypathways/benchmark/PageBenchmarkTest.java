package org.familypathways.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.function.Supplier;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page costs that people open all day, for a family with a very long record. */
@BenchmarkedApplication
class PageBenchmarkTest {

    private static final String GROUP = "Pages";
    private static final String MANAGER = "tom.reid";
    private static final int ENTRIES = 2_000;
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
