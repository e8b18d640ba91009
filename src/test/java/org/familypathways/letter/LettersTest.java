package org.familypathways.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.Submission;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class LettersTest {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @Autowired
    Families families;

    @Autowired
    Involvements involvements;

    @Autowired
    NetworkMembers network;

    @Autowired
    RecordEntries entries;

    @Autowired
    FamilyPlans plans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Clock clock;

    String family;
    NetworkMember mother;
    NetworkMember father;

    @BeforeEach
    void a_mother_who_must_be_contacted_apart_from_the_father() {
        family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        mother = person("Zoë", "mother", true, "1 Hidden Street\nSafetown\nSA1 1FE");
        network.recordSafeContact(mother.id(), "letter", "9 Refuge Road, Elsewhere, EL5 3WH", true);
        father = person("Łukasz", "father", true, "22 Family Lane\nHometown\nHO2 2ME");
        network.recordSafeContact(father.id(), "letter", null, false);
    }

    @Test
    void an_offer_is_read_made_kept_and_saved_as_a_pdf_that_can_be_read_aloud() {
        assertThat(read("conference-offer", mother).body())
                .contains("Dear <span>Zoë Madeup</span>", "9 Refuge Road", "Post it to the address that stands on it")
                .doesNotContain("1 Hidden Street", "22 Family Lane");

        var made = make("conference-offer", mother);

        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(signedIn.as("amina.khan").get("/families/" + family).body())
                .contains("Offer of a Family Group Conference to Zoë Madeup", "Letter made");
        assertThat(entries.ofFamily(family, 0, 1).get(0).personId()).isEqualTo(mother.id());
        try (var pdf = pdf(made)) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Offer of a Family Group Conference");
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
            assertThat(text(pdf))
                    .contains("Zoë Madeup", "9 Refuge Road", "EL5 3WH", family, "It is your choice")
                    .doesNotContain("Hidden Street", "Łukasz", "Family Lane");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_other_parents_letter_says_nothing_of_where_she_is() {
        try (var pdf = pdf(make("conference-offer", father))) {
            assertThat(text(pdf))
                    .contains("Łukasz Madeup", "22 Family Lane")
                    .doesNotContain("Zoë", "Refuge", "Hidden", "EL5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"At 12 St Mary's Road", "in 12 St Mary’s Rd? no, 12 ST MARYS ROAD"})
    void neither_an_apostrophe_nor_a_flat_hides_where_she_is(String venue) {
        network.recordSafeContact(mother.id(), "letter", "Flat 2, 12 St Mary's Road, Elsewhere, EL5 3WH", true);

        book(venue);

        assertThat(read("conference-invitation", father).body())
                .contains("would tell Łukasz Madeup how Zoë Madeup can be reached");
    }

    @Test
    void a_letter_that_would_tell_where_she_is_cannot_be_made() {
        book("At Zoë’s, 9 REFUGE road");
        assertThat(read("conference-invitation", father).body())
                .contains("would tell Łukasz Madeup how Zoë Madeup can be reached");
        assertThat(read("conference-invitation", mother).statusCode()).isEqualTo(200);

        jdbc.sql("update network_member set left_network_at = now() where id = ?")
                .param(mother.id())
                .update();
        assertThat(read("conference-invitation", father).body())
                .as("also when she has left the network")
                .contains("would tell Łukasz Madeup how Zoë Madeup can be reached");

        plan("Łukasz writes to el53wh once a week.");
        assertThat(read("family-plan", father).body())
                .contains("would tell Łukasz Madeup how Zoë Madeup can be reached");
        assertThat(letters()).isZero();
    }

    @Test
    void an_invitation_says_when_and_where_and_only_guests_get_one() {
        assertThat(read("conference-invitation", mother).body()).contains("No conference is booked");
        book("The Old Library <b>hall</b>");

        try (var pdf = pdf(make("conference-invitation", mother))) {
            assertThat(text(pdf)).contains("The Old Library <b>hall</b>", "10:30", "Page 1 of 1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        network.exclude(father.id(), "An order forbids contact.");
        assertThat(read("conference-invitation", father).body())
                .contains("Łukasz Madeup may not take part")
                .doesNotContain("Make the letter");
        assertThat(read("family-plan", father).statusCode()).isEqualTo(400);
    }

    @Test
    void a_plan_is_a_table_that_can_be_read_aloud() {
        plan("We look after each other.\nEvery day.");

        try (var pdf = pdf(make("family-plan", mother))) {
            assertThat(text(pdf))
                    .contains("We look after each other.", "Take Robin to school", "Grandad", "1 December 2026");
            assertThat(structure(pdf)).contains("Table", "TH", "TD", "H1", "H2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobody_is_written_to_by_a_way_that_is_not_known_to_be_safe() {
        var aunt = person("Sky", "aunt", true, "3 Aunt Avenue");
        assertThat(read("conference-offer", aunt).body()).contains("No safe way to reach Sky Madeup is recorded.");

        network.recordSafeContact(aunt.id(), "in-person", null, false);
        assertThat(read("conference-offer", aunt).body())
                .contains("Do not post it.")
                .doesNotContain("3 Aunt Avenue");
        network.recordSafeContact(aunt.id(), "letter", null, true);
        assertThat(read("conference-offer", aunt).body())
                .contains("No safe address of Sky Madeup is recorded", "contacted separately")
                .doesNotContain("3 Aunt Avenue");
    }

    @Test
    void only_holders_of_parental_responsibility_are_offered_a_conference() {
        var friend = person("Sky", "friend", false, null);
        network.recordSafeContact(friend.id(), "in-person", null, false);

        assertThat(read("conference-offer", friend).body()).contains("Sky Madeup is not on record as one of them");
    }

    @Test
    void made_twice_it_is_one_and_what_changed_is_read_again_first() {
        var amina = signedIn.as("amina.khan");
        var form = form("conference-offer", mother);
        amina.csrf();

        assertThat(IntStream.range(0, 3)
                        .parallel()
                        .mapToObj(click -> amina.post("/families/" + family + "/letters", form)
                                .statusCode())
                        .toList())
                .containsOnly(302);
        assertThat(letters()).isEqualTo(1);

        network.recordSafeContact(mother.id(), "letter", "10 Newer Road", true);
        var late = amina.post("/families/" + family + "/letters", form);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("The record has changed since you looked", "10 Newer Road");
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void what_the_typeface_cannot_write_is_said_and_not_left_out() {
        var grandmother = person("\u0641\u0627\u0637\u0645\u0629", "grandmother", true, null);
        network.recordSafeContact(grandmother.id(), "in-person", null, false);

        assertThat(make("conference-offer", grandmother).body()).contains("its typeface cannot write");
        assertThat(letters()).isZero();
    }

    @Test
    void for_others_there_is_no_letter_and_reading_one_is_logged() {
        String path = "/families/" + family + "/letters?letter=conference-offer&person=" + mother.id();

        assertThat(signedIn.as("joe.marsh").get(path).statusCode()).isEqualTo(404);
        assertThat(signedIn.as("joe.marsh")
                        .get("/families/" + family + "/letters/new")
                        .statusCode())
                .isEqualTo(404);
        assertThat(signedIn.as("joe.marsh")
                        .post("/families/" + family + "/letters", form("conference-offer", mother))
                        .statusCode())
                .isEqualTo(404);
        String other = families.create("north").id();
        involvements.begin(other, "amina.khan", PracticeRole.SOCIAL_WORKER);
        assertThat(signedIn.as("amina.khan").get(path.replace(family, other)).statusCode())
                .isEqualTo(404);
        assertThat(jdbc.sql("select why from read_log where family_id = ? and what = 'letter'")
                        .param(family)
                        .query(String.class)
                        .list())
                .containsOnly("wrote conference-offer to " + mother.id());
    }

    private NetworkMember person(String firstName, String relation, boolean responsible, String address) {
        return network.add(
                family, new NewNetworkMember(firstName, "Madeup", relation, responsible, null, null, null, address));
    }

    private void book(String venue) {
        entries.keep(new Submission(
                "family-group-conference",
                "a conference of " + family,
                null,
                "userTask_arrangeConference",
                "family-group-conference.arrange-conference",
                1,
                family,
                null,
                null,
                "ben.cole",
                Map.of(
                        "conferenceOn",
                        LocalDate.now(clock).plusDays(9).toString(),
                        "startsAt",
                        "10:30",
                        "venue",
                        venue)));
    }

    private void plan(String summary) {
        plans.record(
                family,
                "a conference of " + family,
                LocalDate.of(2026, 11, 22),
                summary,
                List.of(new NewAction("Take Robin to school", null, "Grandad", LocalDate.of(2026, 12, 1))));
    }

    private HttpResponse<String> read(String letter, NetworkMember to) {
        return signedIn.as("amina.khan")
                .get("/families/" + family + "/letters?letter=" + letter + "&person=" + to.id());
    }

    private HttpResponse<String> make(String letter, NetworkMember to) {
        return signedIn.as("amina.khan").post("/families/" + family + "/letters", form(letter, to));
    }

    private Map<String, String> form(String letter, NetworkMember to) {
        var form = new HashMap<>(Map.of("letter", letter, "person", to.id()));
        var page = SEEN.matcher(read(letter, to).body());
        assertThat(page.find()).as("a letter to read").isTrue();
        form.put("seen", page.group(1));
        return form;
    }

    private PDDocument pdf(HttpResponse<String> made) throws IOException {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        String page = made.headers().firstValue("Location").orElseThrow();
        String path = page.substring(page.indexOf("/families"));
        return Loader.loadPDF(
                signedIn.as("amina.khan").download(path + "/versions/1").body());
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }

    /** The kinds of parts that a screen reader is told of. */
    private static List<String> structure(PDDocument pdf) {
        return StreamSupport.stream(pdf.getDocument().getXrefTable().keySet().spliterator(), false)
                .map(key -> pdf.getDocument().getObjectFromPool(key).getObject())
                .filter(org.apache.pdfbox.cos.COSDictionary.class::isInstance)
                .map(part ->
                        ((org.apache.pdfbox.cos.COSDictionary) part).getNameAsString(org.apache.pdfbox.cos.COSName.S))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    private int letters() {
        return jdbc.sql("""
                        select count(*) from document d join record_entry e on e.entry_id = d.entry_id
                        where e.family_id = ? and d.made_from is not null
                        """).param(family).query(Integer.class).single();
    }
}
