package org.familypathways.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Files such as people bring. */
final class MadeFiles {

    private static final String WORD_TYPES = """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override
            PartName="/word/document.xml"
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private MadeFiles() {}

    /** Puts something into a PDF before it is saved. */
    interface Change {

        void make(PDDocument pdf) throws IOException;
    }

    static byte[] pdf(String text) {
        return pdf(text, pdf -> {});
    }

    static byte[] pdf(String text, Change change) {
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            change.make(pdf);
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] lockedPdf() {
        return pdf("secret", pdf -> {
            var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
        });
    }

    static byte[] picture(String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a telephone takes it: only its first bytes matter here. */
    static byte[] heic() {
        byte[] file = new byte[64];
        byte[] start = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(UTF_8);
        System.arraycopy(start, 0, file, 0, start.length);
        return file;
    }

    static byte[] word(Map<String, String> more) {
        return zip(Map.of("[Content_Types].xml", WORD_TYPES, "word/document.xml", "<document/>"), more);
    }

    /** With another part in the list that says what each is. */
    static byte[] wordListing(String part) {
        return zip(Map.of("[Content_Types].xml", WORD_TYPES.replace("</Types>", part + "</Types>")), Map.of());
    }

    static byte[] openDocument(Map<String, String> more) {
        return zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text"), more);
    }

    static byte[] zip(Map<String, String> first, Map<String, String> more) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var parts : java.util.List.of(first, more)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(UTF_8));
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
