package org.familypathways.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.SignedIn.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploading a census file, watching it come in, and reading what was wrong with it: by a person and by a program. */
@ApplicationTest
class CensusImportPagesTest {

    private static final String PAGE = "/imports";
    private static final String API = "/api/census-imports";
    private static final String BOUNDARY = "----the-end-of-a-part";
    private static final int LARGER_THAN_ANY = 33 << 20;
    private static final String XSS = "<img src=x onerror=alert(1)>${7*7}";

    @Autowired
    CensusImportRunner runner;

    @Autowired
    SignedIn signedIn;

    @Autowired
    JdbcClient jdbc;

    private String good;
    private String faulty;
    private String file;

    @BeforeEach
    void a_file_with_a_good_and_a_faulty_child() {
        good = newId();
        faulty = newId();
        file = CensusText.file(
                CensusText.child(
                        good, CensusText.episode("2025-05-06", CensusText.enquiry("2025-05-07", "2025-05-24"))),
                CensusText.child(faulty, CensusText.episode("2025-13-06")));
    }

    @Nested
    class A_person {

        private Browser analyst;

        @BeforeEach
        void signs_in() {
            analyst = signedIn.as("alex.admin");
        }

        @Test
        void chooses_a_file_and_an_area() {
            assertThat(analyst.get(PAGE).body()).contains("Census imports", "Census file", "North", "South");
        }

        @Test
        void sees_the_file_wait_and_then_what_came_of_it_with_the_line_and_reason_of_each_rejected_child()
                throws Exception {
            var taken = upload(analyst, "spring.xml", file);
            assertThat(taken.statusCode()).isEqualTo(302);
            String place = place(taken);
            assertThat(analyst.get(place).body()).contains("spring.xml", "Waiting", "Nothing was found so far.");
            assertThat(analyst.get(place + "/progress").body()).contains("Waiting", "data-over=\"false\"");

            runner.runWaiting();

            assertThat(analyst.get(place + "/progress").body()).contains("Finished", "data-over=\"true\"");
            assertThat(text(analyst.get(place)))
                    .contains("2 read: 1 accepted, of which 1 are new and 1 have warnings; 1 rejected")
                    .contains("12 " + faulty + " Rejected CINreferralDate “2025-13-06” is not a date like 2026-03-31.")
                    .contains(good + " Warning The initial conference (24 May 2025) is on a weekend. 8875")
                    .contains("1 read, 1 new");
            assertThat(analyst.get(place + "/findings.csv").body())
                    .startsWith("Line,Child,Result,Rule,What is wrong\r\n\"12\",\"" + faulty + "\",\"Rejected\"");
            assertThat(analyst.get(PAGE).body()).contains("spring.xml", "Finished");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Dear colleague, please find attached | This is not an XML file.",
                    "<html><body/></html> | This is not a children-in-need census file",
                    "<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Message>&x;</Message>"
                            + " | For safety such a file is not read.",
                    "%PDF-1.7 | This is a PDF.",
                    "PK-packed | This is a packed file",
                    "<Message><Header/></Message> | its header does not name the collection CIN"
                })
        void is_told_in_a_sentence_why_a_file_was_refused(String content, String sentence) throws Exception {
            String place = place(upload(analyst, "wrong.xml", content));
            runner.runWaiting();

            assertThat(text(analyst.get(place))).contains("Refused", sentence);
        }

        @Test
        void who_chose_an_empty_file_is_told_so_at_once() {
            var answer = upload(analyst, "empty.xml", "");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(text(answer)).contains("There is a problem", "None was chosen, or it is empty.");
        }

        @Test
        void who_types_a_day_that_there_is_not_reads_so_at_the_field() {
            var answer = post(analyst, PAGE, "census.xml", file, analyst.csrf(), "32");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("href=\"#asOf\"", "The day must be a real day.", "value=\"32\"");
        }

        @Test
        void reads_what_stands_in_the_file_as_text_whatever_it_looks_like() throws Exception {
            String place = place(upload(
                    analyst,
                    XSS + ".xml",
                    CensusText.file(
                            CensusText.child(good, CensusText.episode("&lt;script&gt;alert(2)&lt;/script&gt;")))));
            runner.runWaiting();

            for (String page : new String[] {place, PAGE}) {
                assertThat(analyst.get(page).body())
                        .contains("&lt;img")
                        .doesNotContain("<img", "<script>alert", "49.xml");
            }
            assertThat(text(analyst.get(place))).contains("CINreferralDate “<script>alert(2)</script>” is not a date");
        }

        @Test
        void whose_upload_was_forged_by_another_site_uploads_nothing() {
            assertThat(post(analyst, PAGE, "forged.xml", file, "").statusCode()).isEqualTo(403);
            assertThat(imports("forged.xml")).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/imports/999999999", "/imports/999999999/progress", "/imports/999999999/findings.csv"})
        void finds_nothing_where_no_import_is(String path) {
            assertThat(analyst.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class A_program {

        private Browser program;

        @BeforeEach
        void has_a_password() {
            program = signedIn.program("alex.admin");
        }

        @Test
        void brings_the_same_file_in_and_asks_how_far_it_got() throws Exception {
            var taken = send(program, file);
            assertThat(taken.statusCode()).isEqualTo(202);
            assertThat(read(taken).path("state").asString()).isEqualTo("WAITING");

            runner.runWaiting();

            var answer = read(program.get(place(taken)));
            assertThat(answer.path("census").path("state").asString()).isEqualTo("FINISHED");
            assertThat(answer.path("census")
                            .path("counts")
                            .path("childrenRejected")
                            .asInt())
                    .isEqualTo(1);
            assertThat(answer.path("findingsInAll").asInt()).isEqualTo(2);
            var rejected = answer.path("findings").path(0);
            assertThat(rejected.path("rejected").asBoolean()).isTrue();
            assertThat(rejected.path("line").asInt()).isEqualTo(12);
            assertThat(rejected.path("laChildId").asString()).isEqualTo(faulty);
            assertThat(rejected.path("sentence").asString())
                    .isEqualTo("CINreferralDate “2025-13-06” is not a date like 2026-03-31.");
        }

        @Test
        void may_send_it_as_a_form() throws Exception {
            var taken = post(program, API, "form.xml", file, "");
            assertThat(taken.statusCode()).isEqualTo(202);
            runner.runWaiting();

            assertThat(read(program.get(place(taken)))
                            .path("census")
                            .path("fileName")
                            .asString())
                    .isEqualTo("form.xml");
        }

        @Test
        void learns_why_an_empty_file_was_refused() throws Exception {
            var taken = send(program, "");
            runner.runWaiting();

            assertThat(read(program.get(place(taken)))
                            .path("census")
                            .path("stoppedBecause")
                            .asString())
                    .isEqualTo("The file is empty.");
        }

        @Test
        void whose_file_is_larger_than_any_is_told_so_and_nothing_of_it_is_kept() throws Exception {
            int before = pieces();
            var asBody = send(program, "a".repeat(LARGER_THAN_ANY));

            assertThat(asBody.statusCode()).isEqualTo(413);
            assertThat(read(asBody).path("errors").path(0).path("field").asString())
                    .isEqualTo("file");
            assertThat(announceLargeForm()).startsWith("HTTP/1.1 413");
            assertThat(pieces()).isEqualTo(before);
        }

        /** Says how much is to come, and is answered before any of it is sent. */
        private String announceLargeForm() throws IOException {
            var request = program.request(API).build();
            try (var socket = new Socket(request.uri().getHost(), request.uri().getPort())) {
                socket.getOutputStream().write("""
                        POST %s HTTP/1.1\r
                        Host: localhost\r
                        Authorization: %s\r
                        Content-Type: multipart/form-data; boundary=%s\r
                        Content-Length: %d\r
                        \r
                        """.formatted(
                                API,
                                request.headers().firstValue("Authorization").orElseThrow(),
                                BOUNDARY,
                                LARGER_THAN_ANY)
                        .getBytes(UTF_8));
                return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            }
        }

        @Test
        void is_told_which_areas_there_are() {
            var answer = program.send(program.request(API + "?area=east")
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString(file)));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(read(answer).path("detail").asString())
                    .startsWith("There is no such area. The areas are ")
                    .contains("north", "south");
        }

        @Test
        void is_told_of_a_day_that_is_none_and_nothing_that_it_sent_is_repeated() {
            var answer = program.send(program.request(API + "?area=north&asOf=tomorrow")
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString(file)));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .contains("asOf is not a date like 2026-03-31.")
                    .doesNotContain("tomorrow");
        }

        @Test
        void finds_nothing_where_no_import_is() {
            var answer = program.get(API + "/999999999");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"amina.khan", "tom.reid", "sam.lee"})
    void other_roles_neither_import_nor_read_what_was_wrong(String account) {
        var browser = signedIn.as(account);
        var program = signedIn.program(account);

        assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(upload(browser, "none.xml", file).statusCode()).isEqualTo(403);
        assertThat(send(program, file).statusCode()).isEqualTo(403);
        assertThat(program.get(API + "/1").statusCode()).isEqualTo(403);
        assertThat(imports("none.xml")).isZero();
    }

    @Test
    void a_form_as_large_as_census_files_are_is_taken_from_whoever_may_import_and_from_nobody_else() {
        assertThat(ofUnknownLength(signedIn.program("alex.admin"), API).statusCode())
                .as("its content is looked at")
                .isEqualTo(400);
        assertThat(ofUnknownLength(signedIn.program("alex.admin", "wrong"), API).statusCode())
                .isEqualTo(401);
        assertThat(ofUnknownLength(signedIn.nobody(), API).statusCode()).isEqualTo(413);
        assertThat(ofUnknownLength(signedIn.nobody(), PAGE).statusCode()).isEqualTo(413);
        assertThat(ofUnknownLength(signedIn.as("alex.admin"), PAGE).statusCode())
                .as("without the page's token")
                .isNotEqualTo(413);
    }

    /** A form without an end, of which nobody can say how large it will be. */
    private static HttpResponse<String> ofUnknownLength(Browser browser, String path) {
        return browser.send(browser.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8)))));
    }

    @Test
    void nobody_imports_without_signing_in() {
        var nobody = signedIn.nobody();

        assertThat(nobody.get(PAGE).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("/sign-in"));
        assertThat(nobody.get(API + "/1").statusCode()).isEqualTo(401);
    }

    @Test
    void a_program_s_door_takes_nothing_that_another_site_made_a_browser_send() {
        assertThat(send(signedIn.as("alex.admin"), file).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> upload(Browser browser, String fileName, String content) {
        return post(browser, PAGE, fileName, content, browser.csrf());
    }

    private static HttpResponse<String> post(
            Browser browser, String path, String fileName, String content, String token) {
        return post(browser, path, fileName, content, token, "1");
    }

    private static HttpResponse<String> post(
            Browser browser, String path, String fileName, String content, String token, String day) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token);
        part(body, "name=\"area\"", "north");
        part(body, "name=\"asOf-day\"", day);
        part(body, "name=\"asOf-month\"", "1");
        part(body, "name=\"asOf-year\"", "2024");
        part(body, "name=\"file\"; filename=\"%s\"".formatted(fileName), content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return browser.send(browser.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String name, String content) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, name)
                .getBytes(UTF_8));
        body.writeBytes(content.getBytes(UTF_8));
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private static HttpResponse<String> send(Browser program, String content) {
        return program.send(program.request(API + "?area=north&asOf=2024-01-01")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(content)));
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    /** What a reader sees of a page. */
    private static String text(HttpResponse<String> page) {
        return page.body()
                .replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'");
    }

    private int imports(String fileName) {
        return count("select count(*) from census_import where file_name = '%s'".formatted(fileName));
    }

    private int pieces() {
        return count("select count(*) from census_import_chunk");
    }

    private int count(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String newId() {
        return "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    }
}
