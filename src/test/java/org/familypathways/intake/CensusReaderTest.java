package org.familypathways.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CensusReaderTest {

    @Test
    void a_child_is_read_with_its_episodes_and_the_line_it_begins_on() {
        var children = CensusText.read(CensusText.file(
                CensusText.child("A1", CensusText.episode("2026-01-12")),
                CensusText.child(
                        "A2",
                        CensusText.episode("2025-05-01"),
                        CensusText.episode("2026-02-02", CensusText.enquiry("2026-02-03", "2026-02-20")))));

        assertThat(children).extracting(read -> read.child().laChildId()).containsExactly("A1", "A2");
        assertThat(children).extracting(read -> read.child().line()).containsExactly(4, 9);
        assertThat(children.get(1).child().episodes()).hasSize(2);
        assertThat(children.get(1).child().conferences()).containsExactly(LocalDate.of(2026, 2, 20));
        assertThat(children).allSatisfy(read -> assertThat(read.faults()).isEmpty());
    }

    @Test
    void the_header_says_which_year_and_authority() {
        var header = CensusReader.open(CensusText.bytes(CensusText.file())).header();

        assertThat(header).isEqualTo(new CensusHeader(2026, LocalDate.of(2026, 3, 31), "999"));
        assertThat(header.hasUsualReferenceDate()).isTrue();
    }

    @Test
    void an_older_file_names_the_sex_in_numbers_and_flags_in_words() {
        var text = CensusText.file(
                        CensusText.child("A1", CensusText.episode("2026-01-12", "<ReferralNFA>true</ReferralNFA>")))
                .replace("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>");

        var read = CensusText.read(text).get(0);

        assertThat(read.faults()).isEmpty();
        assertThat(read.child().sex()).isEqualTo("F");
        assertThat(read.child().episodes().get(0).noFurtherAction()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
    void any_encoding_that_the_file_declares_is_read(String encoding) throws IOException {
        var text = "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(encoding)
                + CensusText.file(CensusText.child("A1", CensusText.episode("2026-01-12")));

        var reader = CensusReader.open(new ByteArrayInputStream(text.getBytes(encoding)));

        assertThat(reader.next().child().laChildId()).isEqualTo("A1");
    }

    @Test
    void values_may_be_wrapped_in_cdata_and_comments() {
        var text = CensusText.file(CensusText.child("A<!-- c -->1<![CDATA[2]]>", CensusText.episode("2026-01-12")));

        assertThat(CensusText.read(text).get(0).child().laChildId()).isEqualTo("A12");
    }

    @Nested
    class A_value_that_the_schema_does_not_allow {

        @Test
        void is_a_fault_at_its_own_line() {
            var text = CensusText.file(CensusText.child("A1", CensusText.episode("2026-02-31")));

            assertThat(CensusText.read(text).get(0).faults())
                    .extracting(CensusFinding::line, CensusFinding::sentence)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            7, "CINreferralDate “2026-02-31” is not a date like 2026-03-31."));
        }

        @Test
        void twice_where_once_is_allowed_is_a_fault() {
            var text =
                    CensusText.file(CensusText.child("A1</LAchildID><LAchildID>A2", CensusText.episode("2026-02-01")));

            assertThat(CensusText.read(text).get(0).faults())
                    .extracting(CensusFinding::sentence)
                    .contains("LAchildID stands here 2 times and may stand once.");
        }

        @Test
        void of_an_unknown_name_is_only_a_warning() {
            var text = CensusText.file(CensusText.child("A1", CensusText.episode("2026-02-01", "<Marker>1</Marker>")));

            var read = CensusText.read(text).get(0);

            assertThat(read.faults()).isEmpty();
            assertThat(read.warnings())
                    .extracting(CensusFinding::sentence)
                    .containsExactly("Marker is not known inside CINdetails and was left out.");
        }
    }

    @Nested
    class A_file_that_is_something_else_is_refused_in_a_sentence {

        @Test
        void empty() {
            refused("", "The file is empty.");
            refused(" \n\t", "The file is empty.");
        }

        @Test
        void packed() throws IOException {
            var zip = new java.io.ByteArrayOutputStream();
            try (var out = new ZipOutputStream(zip)) {
                out.putNextEntry(new ZipEntry("census.xml"));
                out.write(CensusText.file().getBytes(StandardCharsets.UTF_8));
            }
            assertThatThrownBy(() -> CensusReader.open(new ByteArrayInputStream(zip.toByteArray())))
                    .isInstanceOf(CensusFileRefused.class)
                    .hasMessageStartingWith("This is a packed file");
        }

        @Test
        void a_table_or_a_letter() {
            refused("LAchildID,UPN\nA1,", "This is not an XML file.");
        }

        @Test
        void a_web_page() {
            refused("<html><body>Sign in</body></html>", "This is not a children-in-need census file");
        }

        @Test
        void another_return() {
            refused(
                    CensusText.file().replace(">CIN<", ">CLA<"),
                    "This is not a children-in-need census file: its header does not name the collection CIN.");
        }

        @Test
        void no_year() {
            refused(CensusText.file().replace(">2026<", ">soon<"), "The file's header does not say which census year");
        }

        private void refused(String text, String sentence) {
            assertThatThrownBy(() -> CensusReader.open(CensusText.bytes(text)))
                    .isInstanceOf(CensusFileRefused.class)
                    .hasMessageStartingWith(sentence);
        }
    }

    @Nested
    class The_wrong_year {

        private final LocalDate today = LocalDate.of(2026, 11, 23);

        @Test
        void is_one_that_has_not_begun() {
            assertThatThrownBy(() -> new CensusHeader(2028, LocalDate.of(2028, 3, 31), null).refuseWrongYear(today))
                    .hasMessage("The file is for the census year 2028, which has not begun yet.");
            new CensusHeader(2027, LocalDate.of(2027, 3, 31), null).refuseWrongYear(today);
        }

        @Test
        void is_one_that_the_reference_date_contradicts() {
            assertThatThrownBy(() -> new CensusHeader(2026, LocalDate.of(2022, 3, 31), null).refuseWrongYear(today))
                    .hasMessage("The file is for the census year 2026, but its reference date is in 2022.");
        }

        @Test
        void is_not_an_extract_taken_during_the_year() {
            var extract = new CensusHeader(2022, LocalDate.of(2022, 7, 21), null).refuseWrongYear(today);

            assertThat(extract.hasUsualReferenceDate()).isFalse();
        }
    }

    @Nested
    class A_file_that_breaks_off {

        @Test
        void gives_the_children_before_the_place_and_then_says_where() {
            var whole = CensusText.file(
                    CensusText.child("A1", CensusText.episode("2026-01-12")),
                    CensusText.child("A2", CensusText.episode("2026-01-12")));
            var reader = CensusReader.open(CensusText.bytes(whole.substring(0, whole.indexOf("A2"))));

            assertThat(reader.next().child().laChildId()).isEqualTo("A1");
            assertThatThrownBy(reader::hasNext)
                    .isInstanceOf(CensusFileRefused.class)
                    .hasMessage("The file stops being well-formed XML at line 10.");
        }

        @Test
        void at_the_very_end_is_noticed_too() {
            var whole = CensusText.file(CensusText.child("A1", CensusText.episode("2026-01-12")));
            var reader = CensusReader.open(CensusText.bytes(whole.replace("</Message>", "")));
            reader.next();

            assertThatThrownBy(reader::hasNext).isInstanceOf(CensusFileRefused.class);
        }

        @Test
        void because_its_characters_do_not_fit_its_encoding_says_so() {
            var text = CensusText.file(CensusText.child("é", CensusText.episode("2026-01-12")));
            var reader = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));

            assertThatThrownBy(() -> CensusReader.open(reader).hasNext())
                    .isInstanceOf(CensusFileRefused.class)
                    .hasMessageContaining("characters that do not fit the file's own encoding");
        }

        @Test
        void never_throws_anything_but_a_refusal() {
            var whole = CensusText.file(CensusText.child("A1", CensusText.episode("2026-01-12")))
                    .getBytes(StandardCharsets.UTF_8);
            var random = new Random(20260331);
            for (int i = 0; i < 2_000; i++) {
                byte[] broken = whole.clone();
                for (int j = 0; j < 3; j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(128);
                }
                try {
                    CensusReader.open(new ByteArrayInputStream(broken)).forEachRemaining(child -> {});
                } catch (CensusFileRefused expected) {
                    assertThat(expected.getMessage()).endsWith(".");
                }
            }
        }
    }

    @Nested
    class An_attack {

        @Test
        void by_an_external_entity_reads_nothing() {
            refusedForSafety("<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>");
        }

        @Test
        void by_an_external_document_type_opens_nothing() {
            refusedForSafety("<!DOCTYPE Message SYSTEM \"http://127.0.0.1:9/census.dtd\">");
        }

        @Test
        void by_a_billion_laughs_expands_nothing() {
            var laughs = new StringBuilder("<!DOCTYPE Message [<!ENTITY l0 \"ha\">");
            for (int i = 1; i <= 30; i++) {
                laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
            }
            refusedForSafety(laughs + "]>");
        }

        private void refusedForSafety(String documentType) {
            var text = documentType + CensusText.file(CensusText.child("A&x;", CensusText.episode("2026-01-12")));
            assertThatThrownBy(() -> CensusText.read(text))
                    .isInstanceOf(CensusFileRefused.class)
                    .hasMessageContaining("For safety such a file is not read");
        }

        @Test
        void by_an_endless_value_a_tag_or_a_comment_fills_no_memory() {
            for (String beginning : List.of("<LAchildID>", "<LAchildID a=\"", "<!-- ", "<", "<![CDATA[", "<?p ")) {
                var start = "<Message>" + CensusText.HEADER + "<Children><Child><ChildIdentifiers>" + beginning;
                var endless = new SequenceInputStream(CensusText.bytes(start), new EndlessText(2_000_000_000L));

                assertThatThrownBy(() -> CensusReader.open(endless).hasNext())
                        .as(beginning)
                        .isInstanceOf(CensusFileRefused.class);
            }
        }

        @Test
        void by_a_child_of_endless_elements_or_depth_fills_no_memory() {
            refusedAsTooLarge("<a/>");
            refusedAsTooLarge("<a>");
        }

        private void refusedAsTooLarge(String repeated) {
            var text = "<Message>" + CensusText.HEADER + "<Children><Child>" + repeated.repeat(100_000);
            assertThatThrownBy(() -> CensusText.read(text))
                    .isInstanceOf(CensusFileRefused.class)
                    .hasMessageContaining("larger than any child's record");
        }
    }

    /** Gigabytes of one letter, without the memory. */
    private static final class EndlessText extends InputStream {

        private long left;

        private EndlessText(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            java.util.Arrays.fill(buffer, offset, offset + read, (byte) 'a');
            left -= read;
            return read;
        }
    }
}
