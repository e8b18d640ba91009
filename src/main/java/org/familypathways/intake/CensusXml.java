package org.familypathways.intake;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML under a census file. Document types and entities are refused before anything of them is looked at, nothing
 * outside the file is ever opened, and no single value, tag or child can fill the memory.
 */
final class CensusXml {

    private static final int LONGEST_VALUE = 1_000;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST = 20;

    private final BoundedTokens bytes;
    private final XMLStreamReader xml;
    private int elements;

    CensusXml(InputStream file) {
        bytes = new BoundedTokens(file);
        try {
            xml = parser().createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    private static XMLInputFactory parser() {
        var parser = XMLInputFactory.newDefaultFactory();
        parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parser.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        parser.setProperty(XMLInputFactory.IS_COALESCING, false);
        // what is wrong is told to the person who uploaded the file, not to the log
        parser.setXMLReporter((message, type, information, location) -> {});
        parser.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return parser;
    }

    /** Steps into the next element, which must have this name. */
    void enter(String name) {
        String found = nextStart();
        if (!name.equals(found)) {
            throw new CensusFileRefused(
                    found == null
                            ? "The file ends where <%s> should begin (line %d).".formatted(name, line())
                            : "This is not a children-in-need census file: line %d has <%s> where <%s> should be."
                                    .formatted(line(), brief(found), name));
        }
    }

    /** The next element, whole, which must have this name. */
    CensusElement element(String name) {
        enter(name);
        return wholeElement();
    }

    /** The next element inside the one entered last, whole; null when that one ends. */
    @Nullable
    CensusElement nextElement(String name) {
        String found = nextStart();
        if (found == null) {
            return null;
        }
        if (!name.equals(found)) {
            throw new CensusFileRefused("Line %d has <%s> where <%s> should be.".formatted(line(), brief(found), name));
        }
        return wholeElement();
    }

    /** Makes sure that the file is well-formed to its last character. */
    void readToEnd() {
        while (advance() != XMLStreamConstants.END_DOCUMENT) {
            // whatever follows the children is of no use
        }
    }

    private @Nullable String nextStart() {
        int event = advance();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return null;
            }
            event = advance();
        }
        return xml.getLocalName();
    }

    private CensusElement wholeElement() {
        elements = 0;
        return read(1);
    }

    private CensusElement read(int depth) {
        if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new CensusFileRefused("The element at line %d is larger than any child's record.".formatted(line()));
        }
        var element = new CensusElement(brief(xml.getLocalName()), line());
        for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                element.children.add(read(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(element);
            }
        }
        return element;
    }

    private void append(CensusElement element) {
        if (xml.isWhiteSpace()) {
            return;
        }
        if (element.length() + xml.getTextLength() > LONGEST_VALUE) {
            throw new CensusFileRefused("The value of <%s> at line %d is longer than %d characters."
                    .formatted(element.name, element.line, LONGEST_VALUE));
        }
        element.append(xml.getText());
    }

    private int advance() {
        try {
            int event = xml.next();
            bytes.tokenRead();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new CensusFileRefused(
                        "The file declares a document type or entities (line %d). For safety such a file is not read."
                                .formatted(line()));
            }
            return event;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    private int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    private static RuntimeException unreadable(XMLStreamException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        if (e.getNestedException() instanceof CharConversionException
                || e.getNestedException() instanceof UnsupportedEncodingException) {
            return new CensusFileRefused(
                    "Line %d holds characters that do not fit the file's own encoding.".formatted(line));
        }
        if (e.getNestedException() instanceof BoundedTokens.TokenTooLong) {
            return new CensusFileRefused("Something at line %d is too long to be part of a census.".formatted(line));
        }
        if (e.getNestedException() instanceof IOException io) {
            return new UncheckedIOException(io);
        }
        return new CensusFileRefused("The file stops being well-formed XML at line %d.".formatted(line));
    }

    private static String brief(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
