package org.familypathways.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks into a Word or OpenDocument text for programs, for other files, and for what it would fetch from elsewhere. */
final class OfficeCheck {

    private static final int MOST_PARTS = 5_000;
    private static final int LONGEST_PART = 4 * 1024 * 1024;
    private static final String SAVE = " Save it as a PDF and attach that.";

    private OfficeCheck() {}

    /** @throws DocumentRefused when it is no such text, or could run something or hides something */
    static DocumentType check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), UTF_8)) {
            if (zip.size() > MOST_PARTS) {
                throw new DocumentRefused("This file has too many parts to be looked at." + SAVE);
            }
            DocumentType type = type(zip);
            for (var parts = zip.entries(); parts.hasMoreElements(); ) {
                judge(zip, parts.nextElement());
            }
            return type;
        } catch (ZipException | XMLStreamException | IllegalArgumentException e) {
            throw new DocumentRefused("This file is damaged or locked with a password and cannot be read." + SAVE);
        }
    }

    private static DocumentType type(ZipFile zip) throws IOException {
        String word = text(zip, "[Content_Types].xml");
        if (word.contains("wordprocessingml.document.main+xml")) {
            return DocumentType.WORD;
        }
        if (word.contains("macroEnabled")) {
            throw runs();
        }
        if (text(zip, "mimetype").strip().equals(DocumentType.OPEN_DOCUMENT.mediaType())) {
            return DocumentType.OPEN_DOCUMENT;
        }
        throw new DocumentRefused(
                "This file holds other files, or is a table or a presentation. Attach what is in it as"
                        + " PDFs, one by one.");
    }

    private static void judge(ZipFile zip, ZipEntry part) throws IOException, XMLStreamException {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (name.matches(".*(vbaproject|vbadata|activex|customui).*|(basic|scripts)/.*")) {
            throw runs();
        }
        if (name.matches(
                ".*/embeddings/.+|.*oleobject.*|object [0-9]+/.*|.*\\.(exe|dll|js|vbs|hta|bat|cmd|ps1|jar|html?|mht|svg|rtf|doc.?|xls.?)")) {
            throw new DocumentRefused("This file holds other files." + SAVE);
        }
        if (name.endsWith(".rels") || name.matches("(content|styles|settings)\\.xml")) {
            requireNothingFromElsewhere(zip, part);
        }
        if (name.equals("meta-inf/manifest.xml") && text(zip, part.getName()).contains("encryption-data")) {
            throw new DocumentRefused(
                    "This file is locked with a password, and nobody could read it here later." + SAVE);
        }
    }

    /** A link that somebody clicks may lead elsewhere; a template or a picture that opens by itself may not. */
    private static void requireNothingFromElsewhere(ZipFile zip, ZipEntry part) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream content = zip.getInputStream(part)) {
            var xml = factory.createXMLStreamReader(content);
            while (xml.hasNext()) {
                xml.next();
                if (xml.isStartElement() && (fetches(xml) || fetchesOpenly(xml))) {
                    throw new DocumentRefused(
                            "This file would fetch something from elsewhere when it is opened." + SAVE);
                }
                if (xml.isStartElement() && xml.getLocalName().equals("event-listener")) {
                    throw runs();
                }
            }
        }
    }

    /** As Word says it. */
    private static boolean fetches(XMLStreamReader xml) {
        return "External".equals(xml.getAttributeValue(null, "TargetMode"))
                && !String.valueOf(xml.getAttributeValue(null, "Type")).endsWith("/hyperlink");
    }

    /** As OpenDocument says it. */
    private static boolean fetchesOpenly(XMLStreamReader xml) {
        String place = xml.getAttributeValue("http://www.w3.org/1999/xlink", "href");
        return place != null
                && place.matches("(?i)([a-z][a-z0-9+.-]*:|//|\\\\).*")
                && !xml.getLocalName().equals("a");
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry part = zip.getEntry(name);
        if (part == null) {
            return "";
        }
        try (InputStream content = zip.getInputStream(part)) {
            return new String(content.readNBytes(LONGEST_PART), UTF_8);
        }
    }

    private static DocumentRefused runs() {
        return new DocumentRefused("This file holds a program (macros)." + SAVE);
    }
}
