package org.familypathways.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.Submission;
import org.familypathways.record.Children;
import org.familypathways.record.Entry;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.NewChild;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class EntryCorrectionTest {

    private static final String FORM = "child-protection-enquiry.make-enquiry";

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    Involvements involvements;

    @Autowired
    RecordEntries entries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    String family;
    String caseId;
    String robin;
    String sam;
    long entry;

    @BeforeEach
    void an_entry_that_amina_wrote_about_robin() {
        family = families.create("north").id();
        caseId = "a case of " + family;
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        involvements.begin(family, "helen.ward", PracticeRole.CP_CHAIR);
        robin = child("Robin");
        sam = child("Sam");
        entry = write("Robin was tired.");
    }

    @Test
    void its_author_corrects_it_with_a_reason_and_the_version_before_is_kept() {
        var answer = correct("amina.khan", "Robin was hungry <script>alert(1)</script>", "I mixed up two visits.", 1);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(now().version()).isEqualTo(2);
        assertThat(now().text("findings")).startsWith("Robin was hungry");
        assertThat(now().text("childrenSeen")).isEqualTo("seen-not-alone");
        assertThat(jdbc.sql("select answers ->> 'findings' from record_entry where entry_id = ? and superseded")
                        .param(entry)
                        .query(String.class)
                        .single())
                .isEqualTo("Robin was tired.");
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body())
                .contains("Corrected", "I mixed up two visits.", "hungry &lt;script&gt;")
                .doesNotContain("Robin was tired.", "<script>alert");
    }

    @Test
    void a_team_manager_of_the_family_corrects_it_too() {
        assertThat(correct("tom.reid", "Robin was hungry.", "Amina is on leave.", 1)
                        .statusCode())
                .isEqualTo(302);
        assertThat(now().author()).isEqualTo("tom.reid");
    }

    @Test
    void a_colleague_who_did_not_write_it_may_not_and_is_not_offered_it() {
        assertThat(correct("helen.ward", "x", "y", 1).statusCode()).isEqualTo(403);
        assertThat(withdraw("helen.ward").statusCode()).isEqualTo(403);
        assertThat(signedIn.as("helen.ward").get("/families/" + family).body()).doesNotContain("Correct or withdraw");
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body()).contains("Correct or withdraw");
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void to_others_and_through_other_families_it_is_not_there() {
        assertThat(signedIn.as("nina.shaw").get(address()).statusCode()).isEqualTo(404);
        assertThat(correct("nina.shaw", "x", "y", 1).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("joe.marsh").get(address()).statusCode()).isEqualTo(404);

        String other = families.create("north").id();
        involvements.begin(other, "amina.khan", PracticeRole.SOCIAL_WORKER);
        assertThat(signedIn.as("amina.khan")
                        .get("/families/" + other + "/entries/" + entry)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void withdrawn_it_leaves_a_marker_and_counts_for_nothing() {
        assertThat(withdraw("amina.khan").statusCode()).isEqualTo(302);

        assertThat(now().answers()).isEmpty();
        assertThat(entries.latest(caseId, "userTask_makeEnquiry")).isEmpty();
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body())
                .contains("Withdrawn", "Another family")
                .doesNotContain("Robin was tired.");
    }

    @Test
    void on_the_wrong_child_it_leaves_only_a_marker_and_goes_to_the_right_one() {
        var form = Map.of("what", "move", "child", sam, "reason", "It was Sam.", "version", "1");
        assertThat(signedIn.as("amina.khan").post(address(), form).statusCode()).isEqualTo(302);

        assertThat(now().answers()).isEmpty();
        assertThat(entries.latest(caseId, "userTask_makeEnquiry").orElseThrow())
                .satisfies(moved -> assertThat(moved.childId()).isEqualTo(sam))
                .satisfies(moved -> assertThat(moved.author()).isEqualTo("amina.khan"))
                .satisfies(moved -> assertThat(moved.text("findings")).isEqualTo("Robin was tired."));
    }

    @Test
    void it_goes_to_no_child_of_another_family() {
        String stranger = children.create(
                        families.create("north").id(), new NewChild("Alex", "X", null, null, null, null, null))
                .id();
        var form = Map.of("what", "move", "child", stranger, "reason", "It was Alex.", "version", "1");

        assertThat(signedIn.as("amina.khan").post(address(), form).body()).contains("Choose the child whom the entry");
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void sending_twice_makes_one_version_and_an_old_page_overwrites_nothing() {
        var amina = signedIn.as("amina.khan");
        var form = form("Robin was hungry.", "A mistake.", 1);

        assertThat(IntStream.range(0, 3)
                        .parallel()
                        .mapToObj(click -> amina.post(address(), form).statusCode())
                        .toList())
                .contains(302);
        assertThat(amina.post(address(), form).statusCode()).isEqualTo(302);
        assertThat(now().version()).isEqualTo(2);

        var late = correct("tom.reid", "Robin was cold.", "I know better.", 1);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("Somebody else has changed this entry", "Robin was cold.</textarea>");
    }

    @Test
    void a_reason_and_a_choice_must_be_given_and_something_must_be_different() {
        assertThat(correct("amina.khan", "Robin was hungry.", " ", 1).body()).contains("Say why.");
        assertThat(correct("amina.khan", "Robin was tired.", "No reason", 1).body())
                .contains("Nothing is different");
        assertThat(correct("amina.khan", "", "It was wrong.", 1).body()).contains("must be answered");
        assertThat(signedIn.as("amina.khan").post(address(), Map.of()).body()).contains("Choose what you want to do.");
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void what_was_chosen_cannot_be_changed() {
        var form = form("Robin was hungry.", "A mistake.", 1);
        form.put("text-childrenSeen", "none-seen");

        signedIn.as("amina.khan").post(address(), form);

        assertThat(now().text("childrenSeen")).isEqualTo("seen-not-alone");
    }

    @Test
    void an_older_round_of_a_step_stays_older_when_it_is_corrected() {
        write("The second visit.");

        correct("amina.khan", "Robin was hungry.", "A mistake.", 1);

        assertThat(entries.latest(caseId, "userTask_makeEnquiry").orElseThrow().text("findings"))
                .isEqualTo("The second visit.");
    }

    private String child(String name) {
        return children.create(family, new NewChild(name, family, LocalDate.of(2019, 3, 5), null, null, null, null))
                .id();
    }

    private long write(String findings) {
        int version = jdbc.sql("select max(version_) from act_re_camformdef where key_ = ?")
                .param(FORM)
                .query(Integer.class)
                .single();
        entries.keep(new Submission(
                "child-protection-enquiry",
                caseId,
                null,
                "userTask_makeEnquiry",
                FORM,
                version,
                family,
                robin,
                null,
                "amina.khan",
                Map.of("childrenSeen", "seen-not-alone", "findings", findings)));
        return entries.latest(caseId, "userTask_makeEnquiry").orElseThrow().entryId();
    }

    private Entry now() {
        return entries.find(family, entry).orElseThrow();
    }

    private HttpResponse<String> correct(String worker, String findings, String reason, int version) {
        return signedIn.as(worker).post(address(), form(findings, reason, version));
    }

    private static HashMap<String, String> form(String findings, String reason, int version) {
        return new HashMap<>(Map.of(
                "what", "correct", "text-findings", findings, "reason", reason, "version", String.valueOf(version)));
    }

    private HttpResponse<String> withdraw(String worker) {
        return signedIn.as(worker)
                .post(address(), Map.of("what", "withdraw", "reason", "Another family", "version", "1"));
    }

    private String address() {
        return "/families/" + family + "/entries/" + entry;
    }
}
