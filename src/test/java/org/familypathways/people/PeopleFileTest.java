package org.familypathways.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workers as a table: out without formulas, in as a whole or not at all. */
@ApplicationTest
class PeopleFileTest {

    private static final String BOUNDARY = "a-boundary-of-this-test";
    private static final String HEADINGS = "account,name,email,status,roles\r\n";
    private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Workers workers;

    @Autowired
    Department department;

    @Autowired
    Families families;

    @Autowired
    Involvements involvements;

    @Autowired
    PeopleFile file;

    private SignedIn.Browser alex;
    private String fresh;

    @BeforeEach
    void an_administrator_and_somebody_whom_nobody_knows_yet() {
        alex = signedIn.as("alex.admin");
        fresh = "fresh." + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void everybody_leaves() {
        department.everybodyLeaves();
        workers.leave(fresh);
    }

    @Test
    void no_cell_of_the_export_is_a_formula_and_it_changes_nothing_when_it_is_imported() {
        String lea = department.joins("Lea", PracticeRole.SOCIAL_WORKER, "case-team-north");
        workers.join(new Worker(lea, "=HYPERLINK(\"http://x\"), \"Lea\"", null, true));

        int logged = exportsOnLog();
        var export = alex.get("/people/file/workers.csv");
        assertThat(exportsOnLog()).isEqualTo(logged + 1);

        assertThat(export.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "workers.csv");
        assertThat(export.body())
                .startsWith("\uFEFFaccount,name,email,status,roles")
                .contains(lea
                        + ",\"'=HYPERLINK(\"\"http://x\"\"), \"\"Lea\"\"\",,works here,social-worker@case-team-north");
        assertThat(export.body().lines()).noneMatch(line -> line.matches("[=+@-].*|.*,[=+@-].*"));
        var again = look(export.body());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("Nothing: everything is like this already.");
    }

    @Test
    void the_table_is_looked_at_first_and_then_imported_as_a_whole() {
        String lea = department.joins("Lea", PracticeRole.SOCIAL_WORKER, "case-team-north");
        String table = "\uFEFF" + HEADINGS
                + fresh
                + ",Fred Müller,fred@example.org,,social-worker@case-team-south; team-manager@case-team-south\r\n"
                + lea + ",Lea Newname,,leaving,\r\n";

        var looked = look(table);

        assertThat(looked.body())
                .contains(
                        "Fred Müller (" + fresh + ") is added.",
                        "is given the role Team manager in Case team South.",
                        "the name is Lea Newname (before: Lea Madeup).",
                        "loses the role Social worker in Case team North.",
                        "is leaving");
        assertThat(workers.find(fresh)).isEmpty();
        assertThat(carryOut(looked).statusCode()).isEqualTo(302);
        assertThat(workers.find(fresh)).contains(new Worker(fresh, "Fred Müller", "fred@example.org", true));
        assertThat(workers.holdings(fresh))
                .containsExactlyInAnyOrder(
                        new RoleHolding(PracticeRole.SOCIAL_WORKER, "case-team-south"),
                        new RoleHolding(PracticeRole.TEAM_MANAGER, "case-team-south"));
        assertThat(workers.holdings(lea)).isEmpty();
        assertThat(workers.leaving()).contains(lea);
        assertThat(alex.get("/people/workers/" + fresh).body()).contains("Role given", "Alex Admin");
    }

    @Test
    void every_faulty_line_is_named_and_then_nothing_is_imported() {
        String busy = department.joins("Busy", PracticeRole.SOCIAL_WORKER, "case-team-north");
        involvements.begin(families.create("north").id(), busy, PracticeRole.SOCIAL_WORKER);

        var looked = look(HEADINGS
                + fresh + ",Fred,,,social-worker@case-team-north\r\n"
                + fresh + ",Fred,,,\r\n"
                + "Not An Account,X,,,\r\n"
                + "no.name,,,,\r\n"
                + "a.b,A,not an address,,\r\n"
                + "c.d,C,,gone,\r\n"
                + "e.f,E,,,king@system; social-worker@nowhere; social-worker@system; x\r\n"
                + "g.h,G,,left,\r\n"
                + busy + ",Busy,,left,\r\n"
                + "i.j,<script>alert(1)</script>,,works here,\r\n");

        assertThat(looked.statusCode()).isEqualTo(400);
        assertThat(looked.body())
                .contains(
                        "Line 3: " + fresh + " stands in this table more than once.",
                        "Line 4: “Not An Account” is no account",
                        "Line 5: no.name needs a name",
                        "Line 6: “not an address” is no e-mail address.",
                        "Line 7: The status must be",
                        "Line 8: There is no role “king”.",
                        "Line 8: There is no team “nowhere”.",
                        "Line 8: The role “Social worker” cannot be held in the team “System administration”.",
                        "Line 8: “x” is no role in a team",
                        "Line 9: g.h is not known, so cannot have left.",
                        "Line 10: " + busy + " cannot have left yet. 0 tasks and 1 family are still theirs.")
                .doesNotContain("<script>alert", "name=\"mark\"");
        assertThat(alex.post("/people/file/import", Map.of("mark", "0")).statusCode())
                .isEqualTo(400);
        assertThat(workers.find(fresh)).isEmpty();
        assertThat(workers.find(busy).map(Worker::active)).contains(true);
    }

    @Test
    void no_table_takes_the_last_administrator_away() {
        workers.inRole(PracticeRole.ADMINISTRATOR).stream()
                .map(Worker::accountId)
                .filter(account -> !account.equals("alex.admin"))
                .forEach(workers::leave);

        for (String line : java.util.List.of("alex.admin,Alex Admin,,works here,", "alex.admin,Alex Admin,,left,")) {
            assertThat(look(HEADINGS + line + "\r\n").body())
                    .contains("No administrator who can sign in would be left.");
        }
        assertThat(workers.holds("alex.admin", PracticeRole.ADMINISTRATOR)).isTrue();

        String table = HEADINGS + "alex.admin,Alex Admin,alex.admin@example.org,works here,\r\n" + fresh
                + ",Fred,,,system-admin@system\r\n";
        assertThat(carryOut(look(table)).statusCode()).isEqualTo(302);
        assertThat(workers.inRole(PracticeRole.ADMINISTRATOR))
                .extracting(Worker::accountId)
                .containsExactly(fresh);
        department.letSignIn(fresh);
        alex = signedIn.as(fresh);
        alex.post("/people/workers/alex.admin/roles", Map.of("role", "system-admin@system"));
        assertThat(workers.holds("alex.admin", PracticeRole.ADMINISTRATOR)).isTrue();
    }

    @Test
    void what_changed_since_it_was_looked_at_is_shown_again_before_it_is_imported() {
        String lea = department.joins("Lea", PracticeRole.SOCIAL_WORKER, "case-team-north");
        var looked = look(HEADINGS + lea + ",Lea Newname,,,social-worker@case-team-north\r\n");
        workers.take(lea, PracticeRole.SOCIAL_WORKER, "case-team-north");

        var answer = carryOut(looked);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Somebody changed workers or teams since you looked.", "is given the role");
        assertThat(workers.find(lea).orElseThrow().name()).isEqualTo("Lea Madeup");
        assertThat(carryOut(answer).statusCode()).isEqualTo(302);
        assertThat(workers.find(lea).orElseThrow().name()).isEqualTo("Lea Newname");
    }

    @Test
    void what_is_no_such_table_is_refused_in_a_sentence() {
        assertThat(look("").body()).contains("Choose a file.");
        assertThat(look("account;name\r\na;b\r\n").body()).contains("The first line must hold the headings");
        assertThat(look("account,name,email,status,roles,password\r\na,b,,,,c\r\n")
                        .body())
                .contains("and no others");
        assertThat(look(HEADINGS + "a.b,A\r\n").body()).contains("Line 2 must have 5 cells. It has 2.");
        assertThat(look(HEADINGS + "a.b,\"A\r\n").body()).contains("This is not a table");
        assertThat(look(HEADINGS).body()).contains("There is nobody in this table.");
        assertThat(send((HEADINGS + fresh + ",Müller,,,\r\n").getBytes(ISO_8859_1))
                        .body())
                .contains("Save the table as CSV UTF-8");
        assertThat(look(HEADINGS + "x".repeat(1_000_001)).body()).contains("smaller than 1 MB");
        assertThat(workers.find(fresh)).isEmpty();
    }

    private HttpResponse<String> look(String table) {
        return send(table.getBytes(UTF_8));
    }

    private HttpResponse<String> carryOut(HttpResponse<String> looked) {
        var mark = MARK.matcher(looked.body());
        assertThat(mark.find()).as(looked.body()).isTrue();
        return alex.post("/people/file/import", Map.of("mark", mark.group(1)));
    }

    private int exportsOnLog() {
        return jdbc.sql("select count(*) from read_log where account_id = 'alex.admin' and what = 'table of workers'")
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> send(byte[] table) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", alex.csrf().getBytes(UTF_8));
        part(body, "name=\"file\"; filename=\"workers.csv\"", table);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return alex.send(alex.request("/people/file")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, name)
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }
}
