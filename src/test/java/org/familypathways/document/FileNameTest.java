package org.familypathways.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            consent.pdf                  | consent.pdf
            C:\\Users\\amina\\consent.PDF | consent.pdf
            ../../etc/consent.pdf        | consent.pdf
            Zażółć gęślą.pdf             | Zażółć gęślą.pdf
            a"b<c>:d.pdf                 | a b c d.pdf
            scan                         | scan.pdf
            .pdf                         | pdf.pdf
            ...                          | document.pdf
            """)
    void a_name_is_kept_as_far_as_it_is_safe(String given, String kept) {
        assertThat(FileName.of(given, DocumentType.PDF)).isEqualTo(kept);
    }

    @Test
    void what_makes_a_name_read_otherwise_than_it_is_goes() {
        assertThat(FileName.of("annexe\u202Efdp.exe.pdf", DocumentType.PDF)).isEqualTo("annexe fdp.exe.pdf");
        assertThat(FileName.of("a\r\nX-Evil: 1.pdf", DocumentType.PDF)).isEqualTo("a X-Evil 1.pdf");
        assertThat(FileName.of("x".repeat(500) + ".pdf", DocumentType.PDF)).hasSize(124);
    }

    @Test
    void a_name_that_says_it_is_something_else_is_refused() {
        assertThatThrownBy(() -> FileName.of("consent.exe", DocumentType.PDF))
                .isInstanceOf(DocumentRefused.class)
                .hasMessageContaining("ends in “.exe”, but what is in it is a PDF");
    }
}
