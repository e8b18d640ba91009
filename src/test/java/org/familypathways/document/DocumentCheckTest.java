package org.familypathways.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.document.MadeFiles.heic;
import static org.familypathways.document.MadeFiles.openDocument;
import static org.familypathways.document.MadeFiles.pdf;
import static org.familypathways.document.MadeFiles.picture;
import static org.familypathways.document.MadeFiles.word;
import static org.familypathways.document.MadeFiles.wordListing;
import static org.familypathways.document.MadeFiles.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionNamed;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCheckTest {

    private static final String RELATION = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"
            Target="http://elsewhere.example/x" TargetMode="External"/></Relationships>""";

    private final DocumentCheck check = new DocumentCheck();

    @TempDir
    Path folder;

    @Test
    void what_people_bring_is_known_by_what_is_in_it() {
        assertThat(typeOf(pdf("Consent"))).isEqualTo(DocumentType.PDF);
        assertThat(typeOf(picture("jpg"))).isEqualTo(DocumentType.JPEG);
        assertThat(typeOf(picture("png"))).isEqualTo(DocumentType.PNG);
        assertThat(typeOf(heic())).isEqualTo(DocumentType.HEIC);
        assertThat(typeOf("Dear all,\nwe agree.\n".getBytes(UTF_8))).isEqualTo(DocumentType.TEXT);
        assertThat(typeOf(word(Map.of()))).isEqualTo(DocumentType.WORD);
        assertThat(typeOf(openDocument(Map.of()))).isEqualTo(DocumentType.OPEN_DOCUMENT);
    }

    @Test
    void a_link_that_somebody_clicks_may_stand_in_a_text_or_a_pdf() {
        assertThat(typeOf(word(Map.of("word/_rels/document.xml.rels", RELATION.formatted("hyperlink")))))
                .isEqualTo(DocumentType.WORD);
        assertThat(typeOf(pdf("x", pdf -> {
                    var link = new PDAnnotationLink();
                    var action = new PDActionURI();
                    action.setURI("https://www.gov.uk");
                    link.setAction(action);
                    pdf.getPage(0).setAnnotations(List.of(link));
                })))
                .isEqualTo(DocumentType.PDF);
    }

    @Test
    void a_pdf_that_runs_something_is_refused_wherever_it_hides_it() {
        assertRefused(
                pdf("x", pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                "holds a program");
        assertRefused(pdf("x", pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionLaunch())), "holds a program");
        assertRefused(pdf("x", DocumentCheckTest::hideAProgram), "holds a program");
        assertRefused(
                pdf("x", pdf -> {
                    var form = new COSDictionary();
                    form.setItem(COSName.getPDFName("XFA"), new COSString("<xdp/>"));
                    pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AcroForm"), form);
                }),
                "holds a program");
    }

    /** Three dictionaries deep in a part that no reader would show. */
    private static void hideAProgram(PDDocument pdf) {
        var action = new COSDictionary();
        action.setName(COSName.S, "JavaScript");
        var middle = new COSDictionary();
        middle.setItem(COSName.getPDFName("Inner"), action);
        var outer = new COSDictionary();
        outer.setItem(COSName.getPDFName("Middle"), middle);
        pdf.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), outer);
    }

    @Test
    void a_pdf_that_holds_other_files_or_needs_a_password_or_is_broken_says_so() {
        assertRefused(
                pdf("x", pdf -> {
                    var file = new PDComplexFileSpecification();
                    file.setFile("hidden.exe");
                    file.setEmbeddedFile(new PDEmbeddedFile(pdf));
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("hidden.exe", file));
                    var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    pdf.getDocumentCatalog().setNames(names);
                }),
                "holds other files");
        assertRefused(MadeFiles.lockedPdf(), "needs a password");
        assertRefused("%PDF-1.7\nnothing of the kind".getBytes(UTF_8), "damaged");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            could run a program | <!DOCTYPE html><html><body><script>alert(1)</script></body></html>
            could run a program | <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
            could run a program | <?xml version="1.0"?><a/>
            is a program        | #!/bin/sh rm -rf
            """)
    void pages_drawings_and_programs_are_refused(String why, String content) {
        assertRefused(content.replace("sh rm", "sh\nrm").getBytes(UTF_8), why);
    }

    @Test
    void a_windows_program_and_a_file_of_an_old_office_program_are_refused() {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        assertRefused(program, "is a program");
        byte[] old = new byte[1024];
        byte[] start = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(start, 0, old, 0, start.length);
        assertRefused(old, "older office program");
    }

    @Test
    void a_text_with_macros_other_files_or_what_it_would_fetch_is_refused() {
        assertRefused(word(Map.of("word/vbaProject.bin", "x")), "macros");
        assertRefused(word(Map.of("word/embeddings/oleObject1.bin", "x")), "holds other files");
        assertRefused(word(Map.of("word/_rels/settings.xml.rels", RELATION.formatted("attachedTemplate"))), "fetch");
        assertRefused(openDocument(Map.of("Basic/Standard/Module1.xml", "<x/>")), "macros");
        assertRefused(
                openDocument(
                        Map.of(
                                "content.xml",
                                "<d xmlns:x=\"http://www.w3.org/1999/xlink\"><image x:href=\"http://elsewhere.example\"/></d>")),
                "fetch");
        assertRefused(openDocument(Map.of("META-INF/manifest.xml", "<m><encryption-data/></m>")), "locked");
        assertRefused(zip(Map.of("a.txt", "a"), Map.of()), "holds other files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:fldSimple w:instr=' dde c:\\\\cmd.exe'/>",
                "<w:fldChar w:fldCharType='begin'/><w:instrText> INCLUDE</w:instrText><w:instrText>PICTURE \"http://x/y\"</w:instrText>"
                        + "<w:fldChar w:fldCharType='separate'/><w:fldChar w:fldCharType='end'/>",
                "<w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='begin'/><w:instrText>QUOTE 68 68 69</w:instrText>"
                        + "<w:fldChar w:fldCharType='end'/><w:instrText> x</w:instrText><w:fldChar w:fldCharType='end'/>",
            })
    void a_text_with_a_field_that_fetches_something_is_refused(String field) {
        assertRefused(word(Map.of("word/header1.xml", "<w:hdr xmlns:w='w'>" + field + "</w:hdr>")), "fetch");
    }

    @Test
    void a_text_may_have_fields_that_fetch_nothing() {
        String fields = "<w:hdr xmlns:w='w'><w:fldSimple w:instr='PAGE'/><w:fldChar w:fldCharType='begin'/>"
                + "<w:instrText>IF </w:instrText><w:fldChar w:fldCharType='begin'/><w:instrText>DATE</w:instrText>"
                + "<w:fldChar w:fldCharType='end'/><w:instrText> &gt; 1 \"LINK\"</w:instrText>"
                + "<w:fldChar w:fldCharType='end'/></w:hdr>";
        assertThat(typeOf(word(Map.of("word/header1.xml", fields)))).isEqualTo(DocumentType.WORD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            holds other files | <Override PartName="/word/page.xml" ContentType="text/html"/>
            holds other files | <Override PartName="/word/p.png" ContentType="application/vnd.openxmlformats-x.header+xml"/>
            holds other files | <Default Extension="png" ContentType="application/xml"/>
            macros            | <Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>
            """)
    void a_text_whose_list_of_parts_names_something_else_is_refused(String why, String part) {
        assertRefused(wordListing(part), why);
    }

    @Test
    void a_text_that_brings_another_in_or_unpacks_without_end_is_refused() {
        assertRefused(
                word(Map.of(
                        "word/_rels/document.xml.rels",
                        RELATION.formatted("aFChunk").replace(" TargetMode=\"External\"", ""))),
                "holds other files");
        assertRefused(word(Map.of("word/document2.xml", "<a>" + " ".repeat(65 * 1024 * 1024) + "</a>")), "damaged");
    }

    @Test
    void a_pdf_that_opens_a_page_by_itself_is_refused() {
        var address = new PDActionURI();
        address.setURI("https://elsewhere.example");
        var first = new PDActionNamed();
        first.setN("NextPage");
        first.setNext(List.of(address));
        assertRefused(pdf("x", pdf -> pdf.getDocumentCatalog().setOpenAction(first)), "by itself");
        assertRefused(
                pdf("x", pdf -> {
                    var whenOpened = new PDPageAdditionalActions();
                    whenOpened.setO(address);
                    pdf.getPage(0).setActions(whenOpened);
                }),
                "by itself");
    }

    private void assertRefused(byte[] content, String why) {
        assertThatThrownBy(() -> typeOf(content))
                .isInstanceOf(DocumentRefused.class)
                .hasMessageContaining(why);
    }

    private DocumentType typeOf(byte[] content) {
        try {
            Path file = Files.write(folder.resolve("file"), content);
            return check.typeOf(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
