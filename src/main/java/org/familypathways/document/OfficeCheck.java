package org.familypathways.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.io.BoundedInputStream;

/** Looks into a Word or OpenDocument text for programs, for other files, and for what it would fetch from elsewhere. */
final class OfficeCheck {

    private static final int MOST_PARTS = 5_000;
    private static final long LONGEST_PART = 64L * 1024 * 1024;
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;
    private static final Pattern OTHER_FILE = Pattern.compile(
            "(?i).*(activex|oleobject|spreadsheetml|presentationml|html|rtf|rfc822|javascript|msword|ms-excel).*");
    /** How the parts of a Word text name what brings a file of another kind in. */
    private static final Set<String> BRINGING = Set.of("aFChunk", "oleObject", "package", "control", "subDocument");

    private static final Set<String> EXTENSIONS_OF_XML = Set.of("xml", "rels");
    private static final String SAVE = " Save it as a PDF and attach that.";

    private OfficeCheck() {}

    /** @throws DocumentRefused when it is no such text, or could run something or hides something */
    static DocumentType check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), UTF_8)) {
            if (zip.size() > MOST_PARTS
                    || zip.stream().mapToLong(ZipEntry::getSize).sum() > MOST_UNPACKED) {
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

    private static DocumentType type(ZipFile zip) throws IOException, XMLStreamException {
        if (isWord(zip)) {
            return DocumentType.WORD;
        }
        if (text(zip, "mimetype").strip().equals(DocumentType.OPEN_DOCUMENT.mediaType())) {
            return DocumentType.OPEN_DOCUMENT;
        }
        throw new DocumentRefused(
                "This file holds other files, or is a table or a presentation. Attach what is in it as"
                        + " PDFs, one by one.");
    }

    /** Whatever the parts are called: Word goes by what this list says of them. */
    private static boolean isWord(ZipFile zip) throws IOException, XMLStreamException {
        ZipEntry list = zip.getEntry("[Content_Types].xml");
        if (list == null) {
            return false;
        }
        boolean word = false;
        try (InputStream content = open(zip, list)) {
            for (var xml = reader(content); xml.hasNext(); xml.next()) {
                String type = xml.isStartElement() ? xml.getAttributeValue(null, "ContentType") : null;
                if (type != null) {
                    judge(xml, type);
                    word |= type.endsWith("wordprocessingml.document.main+xml");
                }
            }
        }
        return word;
    }

    private static void judge(XMLStreamReader listed, String type) {
        if (type.matches("(?i).*(macroenabled|vba).*")) {
            throw runs();
        }
        if (OTHER_FILE.matcher(type).matches() || type.endsWith("xml") && !isNamedAsXml(listed)) {
            throw holdsOthers();
        }
    }

    private static boolean isNamedAsXml(XMLStreamReader listed) {
        String extension = listed.getAttributeValue(null, "Extension");
        String name = listed.getAttributeValue(null, "PartName");
        return EXTENSIONS_OF_XML.contains(
                extension == null
                        ? String.valueOf(name).replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT)
                        : extension.toLowerCase(Locale.ROOT));
    }

    private static void judge(ZipFile zip, ZipEntry part) throws IOException, XMLStreamException {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (name.matches(".*(vbaproject|vbadata|activex|customui).*|(basic|scripts)/.*")) {
            throw runs();
        }
        if (name.matches(
                ".*/embeddings/.+|.*oleobject.*|object [0-9]+/.*|.*\\.(exe|dll|js|vbs|hta|bat|cmd|ps1|jar|html?|mht|svg|rtf|doc.?|xls.?)")) {
            throw holdsOthers();
        }
        if (name.endsWith(".rels") || name.endsWith(".xml")) {
            requireNothingFromElsewhere(zip, part);
        }
        if (name.equals("meta-inf/manifest.xml") && text(zip, part.getName()).contains("encryption-data")) {
            throw new DocumentRefused(
                    "This file is locked with a password, and nobody could read it here later." + SAVE);
        }
    }

    /** A link that somebody clicks may lead elsewhere; a template or a picture that opens by itself may not. */
    private static void requireNothingFromElsewhere(ZipFile zip, ZipEntry part) throws IOException, XMLStreamException {
        var fields = new WordFields();
        try (InputStream content = open(zip, part)) {
            for (var xml = reader(content); xml.hasNext(); xml.next()) {
                if (xml.isStartElement()) {
                    requireHarmless(xml, fields);
                }
            }
        }
    }

    private static void requireHarmless(XMLStreamReader xml, WordFields fields) throws XMLStreamException {
        if (xml.getLocalName().equals("event-listener")) {
            throw runs();
        }
        if (xml.getLocalName().equals("Relationship") && BRINGING.contains(relation(xml))) {
            throw holdsOthers();
        }
        if (fetches(xml) || fetchesOpenly(xml) || fields.fetch(xml)) {
            throw new DocumentRefused("This file would fetch something from elsewhere when it is opened." + SAVE);
        }
    }

    private static String relation(XMLStreamReader xml) {
        return String.valueOf(xml.getAttributeValue(null, "Type")).replaceFirst(".*/", "");
    }

    /** As Word says it. */
    private static boolean fetches(XMLStreamReader xml) {
        return "External".equals(xml.getAttributeValue(null, "TargetMode"))
                && !relation(xml).equals("hyperlink");
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
        try (InputStream content = open(zip, part)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    /** However small a part says that it is: packed, it can be a thousand times as long. */
    private static InputStream open(ZipFile zip, ZipEntry part) throws IOException {
        return new BoundedInputStream(LONGEST_PART, zip.getInputStream(part));
    }

    private static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(content);
    }

    private static DocumentRefused runs() {
        return new DocumentRefused("This file holds a program (macros)." + SAVE);
    }

    private static DocumentRefused holdsOthers() {
        return new DocumentRefused("This file holds other files." + SAVE);
    }
}
