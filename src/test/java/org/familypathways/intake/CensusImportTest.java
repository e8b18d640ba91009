package org.familypathways.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.familypathways.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class CensusImportTest {

    private static final LocalDate LONG_BEFORE_ANY_CONFERENCE = LocalDate.of(2024, 1, 1);

    @Autowired
    private CensusImports imports;

    @Autowired
    private CensusImportRunner runner;

    @Autowired
    private CensusImportRun run;

    @Autowired
    private ReferralIntake referrals;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_children_of_a_file_come_in_and_importing_it_again_changes_nothing() throws Exception {
        var first = importSample();
        String before = everything();
        var second = importSample();

        assertThat(first.state()).isEqualTo(ImportState.FINISHED);
        assertThat(first.counts()).isEqualTo(new CensusImport.Counts(32, 21, 11, 8, 21, 23, 23, 12, 12, 0));
        assertThat(second.counts()).isEqualTo(new CensusImport.Counts(32, 21, 11, 8, 0, 23, 0, 12, 0, 0));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void each_child_gets_a_family_of_its_own_served_by_the_area_s_teams() throws Exception {
        String id = newId();
        var taken = importText(CensusText.file(CensusText.child(id, CensusText.episode("2025-05-06"))));

        assertThat(taken.counts().childrenNew()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select t.team_id from child c join family_team t using (family_id)
                        where c.authority_child_id = ? and t.kind = 'fgc-area'
                        """).param(id).query(String.class).list()).containsExactly("fgc-area-north");
    }

    @Test
    void a_child_whom_a_referral_brought_is_known_by_its_pupil_number_and_stays_one() throws Exception {
        String pupil = "A%011d0".formatted(Math.abs(UUID.randomUUID().getMostSignificantBits()) % 100_000_000_000L);
        String id = newId();
        var referred = referrals.receive(new ReceivedReferral(
                "Robin",
                "Census",
                LocalDate.of(2016, 5, 5),
                null,
                "F",
                null,
                pupil,
                "north",
                "6",
                null,
                LocalDate.of(2025, 5, 6),
                false));
        var text = CensusText.file(CensusText.child(id, CensusText.episode("2025-05-06"))
                .replace("<PersonBirthDate>", "<UPN>" + pupil + "</UPN><PersonBirthDate>"));

        var taken = importText(text);

        assertThat(taken.counts().childrenNew()).isZero();
        assertThat(jdbc.sql("select id from child where authority_child_id = ? or unique_pupil_number = ?")
                        .params(id, pupil)
                        .query(String.class)
                        .list())
                .containsExactly(referred.childId());
        assertThat(importText(text).counts().childrenNew()).isZero();
    }

    @Test
    void a_conference_is_a_practice_fact_in_the_name_of_who_uploaded_the_file() throws Exception {
        String id = newId();
        importText(CensusText.file(CensusText.child(
                id, CensusText.episode("2025-05-06", CensusText.enquiry("2025-05-07", "2025-05-23")))));

        assertThat(jdbc.sql("""
                        select f.type || ' ' || f.happened_on || ' ' || f.recorded_by from practice_fact f
                        join child c on c.id = f.child_id where c.authority_child_id = ?
                        """).param(id).query(String.class).list())
                .containsExactly("InitialConferenceHeld 2025-05-23 alex.admin");
    }

    @Test
    void an_episode_that_has_closed_since_the_last_file_is_closed() throws Exception {
        String id = newId();
        importText(CensusText.file(CensusText.child(id, CensusText.episode("2025-05-06"))));
        importText(CensusText.file(CensusText.child(
                id,
                CensusText.episode(
                        "2025-05-06",
                        "<CINclosureDate>2025-09-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>"))));

        assertThat(jdbc.sql("""
                        select closed_on from episode join child on child.id = child_id where authority_child_id = ?
                        """).param(id).query(LocalDate.class).list()).containsExactly(LocalDate.of(2025, 9, 1));
    }

    @Test
    void a_rejected_child_is_named_by_line_number_and_reason_and_leaves_no_trace() throws Exception {
        String good = newId();
        String faulty = newId();
        var taken = importText(CensusText.file(
                CensusText.child(good, CensusText.episode("2025-05-06")),
                CensusText.child(faulty, CensusText.episode("2025-13-06")),
                CensusText.child(good, CensusText.episode("2025-06-06"))));

        assertThat(imports.findings(taken.id(), 0, 100))
                .extracting(ImportFinding::line, ImportFinding::laChildId, ImportFinding::rule, ImportFinding::sentence)
                .containsExactly(
                        Tuple.tuple(
                                12, faulty, "schema", "CINreferralDate “2025-13-06” is not a date like 2026-03-31."),
                        Tuple.tuple(14, good, "1580", "The same child already stands at line 4."));
        assertThat(onRecord(good)).isEqualTo(1);
        assertThat(onRecord(faulty)).isZero();
    }

    @Test
    void a_file_that_breaks_off_brings_the_children_before_the_place() throws Exception {
        String good = newId();
        String cut = newId();
        var whole = CensusText.file(
                CensusText.child(good, CensusText.episode("2025-05-06")),
                CensusText.child(cut, CensusText.episode("2025-05-06")));
        var taken = importText(whole.substring(0, whole.indexOf(cut) + 10));

        assertThat(taken.state()).isEqualTo(ImportState.STOPPED);
        assertThat(taken.stoppedBecause())
                .isEqualTo("The file stops being well-formed XML at line 10."
                        + " The one child before that place was read; the rest of the file was not.");
        assertThat(onRecord(good)).isEqualTo(1);
        assertThat(onRecord(cut)).isZero();
    }

    @Test
    void a_file_that_is_none_is_refused_in_a_sentence() throws Exception {
        assertThat(importText("Dear colleague, please find attached"))
                .extracting(CensusImport::state, CensusImport::stoppedBecause)
                .containsExactly(
                        ImportState.REFUSED,
                        "This is not an XML file. Upload the census as your system exports it, in XML.");
    }

    @Test
    void a_file_of_a_year_to_come_is_refused() throws Exception {
        var future = CensusText.file(CensusText.child(newId(), CensusText.episode("2025-05-06")))
                .replace(">2026<", ">2031<");

        assertThat(importText(future).stoppedBecause())
                .isEqualTo("The file is for the census year 2031, which has not begun yet.");
    }

    @Test
    void an_entity_is_refused_and_nothing_of_it_is_read() throws Exception {
        var attack = "<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + CensusText.file(CensusText.child("&x;", CensusText.episode("2025-05-06")));

        assertThat(importText(attack).stoppedBecause()).endsWith("For safety such a file is not read.");
    }

    @Test
    void a_value_of_many_megabytes_is_refused() throws Exception {
        var bomb = CensusText.file(CensusText.child("A".repeat(20 << 20), CensusText.episode("2025-05-06")));

        assertThat(importText(bomb).state()).isEqualTo(ImportState.REFUSED);
    }

    @Test
    void an_interrupted_import_goes_on_after_the_last_children_that_came_in_whole() throws Exception {
        String prefix = newId().substring(0, 12);
        long id = receive(generated(prefix, 1_200));
        var batches = new AtomicInteger();
        while (!imports.find(id).orElseThrow().state().equals(ImportState.READING)) {
            run.next(() -> batches.incrementAndGet() >= 1);
        }
        assertThat(imports.find(id).orElseThrow().counts().childrenRead()).isEqualTo(500);

        runner.runWaiting();

        var taken = imports.find(id).orElseThrow();
        assertThat(taken.state()).isEqualTo(ImportState.FINISHED);
        assertThat(taken.counts().childrenRead()).isEqualTo(1_200);
        assertThat(jdbc.sql("select count(*) from child where authority_child_id like ?")
                        .param(prefix + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(taken.counts().childrenAccepted());
    }

    @Test
    void one_file_uploaded_twice_at_once_brings_each_child_once() throws Exception {
        String id = newId();
        var text = CensusText.file(
                CensusText.child(id, CensusText.episode("2025-05-06", CensusText.enquiry("2025-05-07", "2025-05-23"))));
        var uploads = List.of(
                CompletableFuture.supplyAsync(() -> receiveUnchecked(text)),
                CompletableFuture.supplyAsync(() -> receiveUnchecked(text)));
        uploads.forEach(CompletableFuture::join);
        var runs =
                List.of(CompletableFuture.runAsync(this::runUnchecked), CompletableFuture.runAsync(this::runUnchecked));
        runs.forEach(CompletableFuture::join);
        runner.runWaiting();

        assertThat(uploads)
                .extracting(upload ->
                        imports.find(upload.join()).orElseThrow().counts().childrenNew())
                .containsExactlyInAnyOrder(0, 1);
        assertThat(onRecord(id)).isEqualTo(1);
    }

    @Test
    void a_file_is_forgotten_when_it_has_been_read() throws Exception {
        var taken = importText(CensusText.file(CensusText.child(newId(), CensusText.episode("2025-05-06"))));

        assertThat(jdbc.sql("select count(*) from census_import_chunk where import_id = ?")
                        .param(taken.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_area_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> imports.receive("a.xml", CensusText.bytes("<a/>"), null, "east", "alex.admin"))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("There is no such area. The areas are ")
                .hasMessageContainingAll("north", "south");
    }

    private CensusImport importSample() throws IOException, SQLException {
        long id = receive(getClass().getResourceAsStream("/census/children-in-need-2026.xml"));
        runner.runWaiting();
        return imports.find(id).orElseThrow();
    }

    private CensusImport importText(String text) throws IOException, SQLException {
        long id = receive(CensusText.bytes(text));
        runner.runWaiting();
        return imports.find(id).orElseThrow();
    }

    private long receive(InputStream file) throws IOException {
        return imports.receive("census.xml", file, LONG_BEFORE_ANY_CONFERENCE, "north", "alex.admin");
    }

    private long receiveUnchecked(String text) {
        try {
            return receive(CensusText.bytes(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void runUnchecked() {
        try {
            runner.runWaiting();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream generated(String prefix, int children) throws IOException {
        var out = new StringWriter();
        new CensusFileGenerator(prefix, 1).write(out, children);
        return CensusText.bytes(out.toString());
    }

    private int onRecord(String laChildId) {
        return jdbc.sql("select count(*) from child where authority_child_id = ?")
                .param(laChildId)
                .query(Integer.class)
                .single();
    }

    /** All that an import could change, as one number for each table. */
    private String everything() {
        return jdbc.sql("""
                        select (select count(*) || ' ' || sum(hashtext(child::text)) from child) || ' ' ||
                          (select count(*) || ' ' || sum(hashtext(family::text)) from family) || ' ' ||
                          (select count(*) || ' ' || sum(hashtext(episode::text)) from episode) || ' ' ||
                          (select count(*) from practice_fact) || ' ' || (select count(*) from family_team)
                        """).query(String.class).single();
    }

    private static String newId() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    }
}
