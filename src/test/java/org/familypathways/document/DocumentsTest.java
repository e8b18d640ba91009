package org.familypathways.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.document.MadeFiles.pdf;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.Submission;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.Involvements;
import org.familypathways.record.NewChild;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class DocumentsTest {

    private static final String TITLE = "Consent, signed <script>alert(1)</script> ${7*7}";

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    Involvements involvements;

    @Autowired
    RecordEntries entries;

    @Autowired
    FamilyRestrictions restrictions;

    @Autowired
    Work work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    String family;
    String robin;
    String sam;
    long entry;
    byte[] consent;

    @BeforeEach
    void an_entry_that_amina_wrote_about_robin() {
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        involvements.begin(family, "helen.ward", PracticeRole.CP_CHAIR);
        robin = child("Robin");
        sam = child("Sam");
        entries.keep(new Submission(
                "child-protection-enquiry",
                "a case of " + family,
                null,
                "userTask_makeEnquiry",
                "child-protection-enquiry.make-enquiry",
                1,
                family,
                robin,
                null,
                "amina.khan",
                Map.of("findings", "Robin was tired.")));
        entry = entries.ofFamily(family, 0, 1).get(0).entryId();
        consent = pdf("I agree. " + family);
    }

    @Test
    void a_document_is_attached_to_an_entry_and_read_again_as_it_was() {
        var answer = attach("amina.khan", "Zgoda matki.pdf", consent);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(page());
        assertThat(signedIn.as("helen.ward").get("/families/" + family).body())
                .contains(
                        "Consent, signed &lt;script&gt;alert(1)&lt;/script&gt; ${7*7}",
                        "Make enquiry",
                        "PDF, 1 KB",
                        "Amina Khan")
                .doesNotContain("<script>alert", "Consent, signed 49");
        var file = signedIn.as("helen.ward").download(page() + "/versions/1");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(consent);
        assertThat(jdbc.sql("select sha256 from document_version where document_id = ?")
                        .param(document())
                        .query(String.class)
                        .single())
                .isEqualTo(NewFile.made("", DocumentType.PDF, consent).sha256());
    }

    @Test
    void a_browser_saves_it_and_never_opens_it_in_our_name() {
        attach("amina.khan", "Żółw, 1;.pdf", consent);

        var headers = signedIn.as("amina.khan").download(page() + "/versions/1").headers();

        assertThat(headers.firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%C5%BB%C3%B3%C5%82w%2C%201%3B.pdf");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.firstValue("Content-Length")).hasValue(String.valueOf(consent.length));
    }

    @Test
    void every_reading_is_logged_and_a_refused_one_is_not() {
        attach("amina.khan", "consent.pdf", consent);

        signedIn.as("helen.ward").download(page() + "/versions/1");
        signedIn.as("nina.shaw").download(page() + "/versions/1");

        assertThat(jdbc.sql("select account_id || ': ' || why from read_log where family_id = ? and what = 'document'")
                        .param(family)
                        .query(String.class)
                        .list())
                .containsExactly("helen.ward: opened document %d, version 1".formatted(document()));
    }

    @Test
    void for_others_and_through_other_families_it_is_not_there() {
        attach("amina.khan", "consent.pdf", consent);
        String other = families.create("north").id();
        involvements.begin(other, "joe.marsh", PracticeRole.SOCIAL_WORKER);

        for (String way : List.of(page(), page() + "/versions/1")) {
            var unknown = signedIn.as("joe.marsh").get("/families/F-999999" + way.substring(way.indexOf("/doc")));
            var hidden = signedIn.as("joe.marsh").get(way);
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(words(hidden)).isEqualTo(words(unknown));
            assertThat(signedIn.as("joe.marsh").get(way.replace(family, other)).statusCode())
                    .isEqualTo(404);
        }
        assertThat(attach("joe.marsh", "x.pdf", consent).statusCode()).isEqualTo(404);
        assertThat(change("joe.marsh", "replace", 1, "why", "x.pdf", consent).statusCode())
                .isEqualTo(404);
        assertThat(signedIn.nobody().get(page()).statusCode()).isEqualTo(302);
    }

    @Test
    void of_a_restricted_family_it_is_there_for_named_people_only() {
        attach("amina.khan", "consent.pdf", consent);

        work.as("tom.reid").signedIn(() -> {
            restrictions.restrict(family, "A parent works here.", Set.of("tom.reid", "ruth.king"));
            return true;
        });

        assertThat(signedIn.as("amina.khan").get(page()).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("amina.khan").get(page() + "/versions/1").statusCode())
                .isEqualTo(404);
        assertThat(signedIn.as("tom.reid").get(page() + "/versions/1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void sent_twice_it_is_one_document() {
        var amina = signedIn.as("amina.khan");
        var form = Map.of("title", TITLE);
        byte[] report = pdf("Report " + family);
        amina.csrf();

        assertThat(IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(click -> amina.upload(entryDocuments(), form, "c.pdf", consent)
                                .statusCode())
                        .toList())
                .containsOnly(302);
        assertThat(IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(click -> amina.upload("/families/" + family + "/documents", form, "r.pdf", report)
                                .statusCode())
                        .toList())
                .containsOnly(302);

        assertThat(titles()).hasSize(2);
    }

    @Test
    void one_paper_about_two_children_is_on_the_record_of_both() {
        String robin = children.create(family, new NewChild("Robin", "X", null, null, null, null, null))
                .id();
        for (String child : List.of(sam, robin)) {
            assertThat(signedIn.as("amina.khan")
                            .upload(
                                    "/families/" + family + "/documents",
                                    Map.of("title", "Consent", "about", child),
                                    "consent.txt",
                                    "For both.".getBytes(UTF_8))
                            .statusCode())
                    .isEqualTo(302);
        }

        assertThat(jdbc.sql("""
                        select e.child_id from document d join record_entry e on e.entry_id = d.entry_id
                        where e.family_id = ? and d.title = 'Consent'
                        """).param(family).query(String.class).list()).containsExactlyInAnyOrder(sam, robin);
    }

    @Test
    void a_form_that_does_not_say_how_long_it_is_is_not_read_for_anybody() {
        var browser = signedIn.nobody();
        var answer = browser.send(browser.request("/sign-in")
                .header("Content-Type", "multipart/form-data; boundary=form")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("--form--".getBytes(UTF_8)))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void what_came_by_itself_gets_an_entry_of_its_own_about_whom_it_concerns() {
        var answer = signedIn.as("amina.khan")
                .upload(
                        "/families/" + family + "/documents",
                        Map.of("title", "School report", "about", sam),
                        "report.txt",
                        "Sam reads well.".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(302);
        var made = entries.ofFamily(family, 0, 1).get(0);
        assertThat(made.taskKey()).isEqualTo("record_documentAdded");
        assertThat(made.childId()).isEqualTo(sam);
        assertThat(made.text("document")).isEqualTo("School report");
        String stranger = children.create(
                        families.create("north").id(), new NewChild("Alex", "X", null, null, null, null, null))
                .id();
        assertThat(signedIn.as("amina.khan")
                        .upload(
                                "/families/" + family + "/documents",
                                Map.of("title", "x", "about", stranger),
                                "x.txt",
                                "Something else.".getBytes(UTF_8))
                        .body())
                .contains("Choose whom it is about.");
    }

    @Test
    void its_author_replaces_it_with_a_reason_and_colleagues_read_the_newest_only() {
        attach("amina.khan", "consent.pdf", consent);
        byte[] better = pdf("I agree, signed. " + family);

        assertThat(change("helen.ward", "replace", 1, "I know better.", "c.pdf", better)
                        .statusCode())
                .isEqualTo(403);
        assertThat(change("amina.khan", "replace", 1, "The first was not signed.", "c.pdf", better)
                        .statusCode())
                .isEqualTo(302);
        assertThat(change("amina.khan", "replace", 1, "The first was not signed.", "c.pdf", better)
                        .statusCode())
                .as("the second click")
                .isEqualTo(302);

        var helen = signedIn.as("helen.ward");
        assertThat(helen.download(page() + "/versions/2").body()).isEqualTo(better);
        assertThat(helen.get(page() + "/versions/1").statusCode()).isEqualTo(404);
        assertThat(helen.get(page()).body())
                .contains("The first was not signed.")
                .doesNotContain("Is something wrong with it?");
        assertThat(signedIn.as("amina.khan").download(page() + "/versions/1").body())
                .isEqualTo(consent);
        assertThat(signedIn.as("tom.reid").download(page() + "/versions/1").body())
                .isEqualTo(consent);
        var late = change("tom.reid", "replace", 1, "Mine is newer.", "c.pdf", pdf("Another " + family));
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("Somebody else has replaced this document", "Mine is newer.</textarea>");
    }

    @Test
    void withdrawn_nobody_reads_it_and_why_stays() {
        attach("amina.khan", "consent.pdf", consent);

        assertThat(change("amina.khan", "withdraw", 1, " ", null, null).body()).contains("Say why.");
        assertThat(change("amina.khan", "withdraw", 1, "It is another family’s.", null, null)
                        .statusCode())
                .isEqualTo(302);

        assertThat(signedIn.as("tom.reid").get(page() + "/versions/1").statusCode())
                .isEqualTo(404);
        assertThat(signedIn.as("tom.reid").get(page()).body()).contains("Withdrawn", "It is another family’s.");
        assertThat(change("tom.reid", "replace", 1, "why", "c.pdf", pdf("New")).body())
                .contains("withdrawn already");
        assertThat(attach("amina.khan", "consent.pdf", consent).statusCode())
                .as("the same file may come again")
                .isEqualTo(302);
        assertThat(titles()).hasSize(2);
    }

    @Test
    void it_goes_with_its_entry() {
        attach("amina.khan", "consent.pdf", consent);
        String there = page();
        var move = Map.of("what", "move", "child", sam, "reason", "It was Sam.", "version", "1");
        signedIn.as("amina.khan").post("/families/" + family + "/entries/" + entry, move);

        assertThat(signedIn.as("amina.khan").get(there).statusCode()).isEqualTo(200);
        long moved = entries.ofFamily(family, 0, 9).stream()
                .filter(each -> sam.equals(each.childId()))
                .findFirst()
                .orElseThrow()
                .entryId();
        var withdraw = Map.of("what", "withdraw", "reason", "It was nobody.", "version", "1");
        signedIn.as("amina.khan").post("/families/" + family + "/entries/" + moved, withdraw);

        assertThat(signedIn.as("amina.khan").get(there).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("tom.reid").get(there + "/versions/1").statusCode())
                .isEqualTo(404);
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body()).doesNotContain("Consent, signed");
        assertThat(attach("amina.khan", "consent.pdf", consent).statusCode())
                .as("nothing is attached to what was withdrawn")
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_taken_is_said_in_a_sentence_and_what_was_typed_stays() {
        var answer = attach("amina.khan", "page.pdf", "<html><script>alert(1)</script></html>".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "<a href=\"#file\">This file is a web page", "Consent, signed &lt;script&gt;", "Error: Attach");
        assertThat(attach("amina.khan", "consent.exe", consent).body()).contains("The name of the file ends in “.exe”");
        assertThat(attach("amina.khan", "empty.pdf", new byte[0]).body()).contains("is empty");
        assertThat(signedIn.as("amina.khan")
                        .upload(entryDocuments(), Map.of("title", ""), "consent.pdf", consent)
                        .body())
                .contains("Say what the document is.", "Choose the file again");
        assertThat(signedIn.as("amina.khan")
                        .upload(entryDocuments(), Map.of("title", "x"), "", new byte[0])
                        .body())
                .contains("Choose the file.");
        assertThat(titles()).isEmpty();
    }

    @Test
    void a_large_file_comes_in_pieces_and_goes_out_whole() {
        byte[] large = new byte[19 * 1024 * 1024];
        new SecureRandom().nextBytes(large);
        byte[] start = MadeFiles.picture("jpg");
        System.arraycopy(start, 0, large, 0, start.length);

        assertThat(attach("amina.khan", "photo.jpg", large).statusCode()).isEqualTo(302);

        assertThat(signedIn.as("amina.khan").download(page() + "/versions/1").body())
                .isEqualTo(large);
        assertThat(jdbc.sql("select max(length(content)) from document_piece where document_id = ?")
                        .param(document())
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(256 * 1024);
    }

    @Test
    void a_file_that_is_too_large_leads_to_a_sentence() {
        assertThat(attach("amina.khan", "photo.jpg", new byte[20 * 1024 * 1024 + 1])
                        .body())
                .contains("The file is larger than 20 MB.");

        var amina = signedIn.as("amina.khan");
        var far = attach("amina.khan", "photo.jpg", new byte[40 * 1024 * 1024]);
        assertThat(far.statusCode()).isEqualTo(303);
        String page = far.headers().firstValue("Location").orElseThrow();
        assertThat(amina.get(page).body()).contains("The file is larger than 20 MB.");
        assertThat(titles()).isEmpty();
    }

    @Test
    void a_request_that_another_site_had_sent_is_refused() {
        var forged = signedIn.as("amina.khan");
        var answer = forged.send(forged.request(entryDocuments())
                .header("Content-Type", "multipart/form-data; boundary=form")
                .POST(BodyPublishers.ofString("--form\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n"
                        + "--form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc\r\n"
                        + "--form--\r\n")));

        assertThat(answer.statusCode()).isIn(302, 403);
        assertThat(titles()).isEmpty();
    }

    @Test
    void the_application_cannot_change_what_was_kept_and_what_is_removed_goes_whole() {
        attach("amina.khan", "consent.pdf", consent);
        long document = document();

        for (String change : List.of(
                "update document_piece set content = ''::bytea where document_id = ?",
                "delete from document_piece where document_id = ?",
                "update document_version set sha256 = '' where document_id = ?",
                "delete from document_version where document_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(document).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        jdbc.sql("delete from document where id = ?").param(document).update();

        assertThat(jdbc.sql("select count(*) from document_piece where document_id = ?")
                        .param(document)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String child(String name) {
        return children.create(family, new NewChild(name, family, LocalDate.of(2019, 3, 5), null, null, null, null))
                .id();
    }

    /** Without what was asked for and when. */
    private static String words(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"(timestamp|path)\":\"[^\"]*\"", "");
    }

    private String entryDocuments() {
        return "/families/" + family + "/entries/" + entry + "/documents";
    }

    private HttpResponse<String> attach(String account, String name, byte[] file) {
        return signedIn.as(account).upload(entryDocuments(), Map.of("title", TITLE), name, file);
    }

    private HttpResponse<String> change(
            String account, String what, int version, String reason, String name, byte[] file) {
        var form = Map.of("what", what, "version", String.valueOf(version), "reason", reason);
        return signedIn.as(account).upload(page(), form, name == null ? "" : name, file == null ? new byte[0] : file);
    }

    private long document() {
        return jdbc.sql("""
                        select max(d.id) from document d join record_entry e on e.entry_id = d.entry_id
                        where e.family_id = ?
                        """).param(family).query(Long.class).single();
    }

    private String page() {
        return "/families/" + family + "/documents/" + document();
    }

    private List<String> titles() {
        return jdbc.sql("""
                        select d.title from document d join record_entry e on e.entry_id = d.entry_id and not e.superseded
                        where e.family_id = ?
                        """).param(family).query(String.class).list();
    }
}
