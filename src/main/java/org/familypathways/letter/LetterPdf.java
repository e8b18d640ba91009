package org.familypathways.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes a PDF of a letter that a screen reader can read aloud: tagged, with title and language, and with its typeface in
 * it (PDF/UA).
 */
@Component
class LetterPdf {

    private static final String TYPEFACE = "Noto Sans";
    private static final ClassPathResource REGULAR = new ClassPathResource("fonts/400Regular/NotoSans_400Regular.ttf");
    private static final ClassPathResource BOLD = new ClassPathResource("fonts/700Bold/NotoSans_700Bold.ttf");

    LetterPdf() {
        // what stands in a letter stands in no log
        XRLog.setLoggingEnabled(false);
    }

    /** @throws LetterRefused when the typeface has not every character, so that a name would be written wrongly */
    byte[] of(Letter letter) {
        requireEveryCharacter(letter.text());
        var pdf = new ByteArrayOutputStream();
        try {
            var renderer = new PdfRendererBuilder();
            renderer.usePdfUaAccessibility(true);
            renderer.useFont(() -> open(REGULAR), TYPEFACE, 400, FontStyle.NORMAL, true);
            renderer.useFont(() -> open(BOLD), TYPEFACE, 700, FontStyle.NORMAL, true);
            // a letter is made of what stands in it, and of nothing from elsewhere
            renderer.useUriResolver((base, uri) -> null);
            renderer.withProducer("Family Pathways");
            renderer.withHtmlContent(letter.html(), null);
            renderer.toStream(pdf);
            renderer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static void requireEveryCharacter(String text) {
        try (InputStream font = REGULAR.getInputStream();
                TrueTypeFont typeface = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            var glyphs = typeface.getUnicodeCmapLookup();
            String missing = text.codePoints()
                    .filter(character -> !Character.isWhitespace(character) && glyphs.getGlyphId(character) == 0)
                    .distinct()
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining(" "));
            if (!missing.isEmpty()) {
                throw new LetterRefused(
                        "The letter cannot be made, because its typeface cannot write: %s. Write this one by"
                                        .formatted(missing)
                                + " hand and add it as a document.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(ClassPathResource font) {
        try {
            return font.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
