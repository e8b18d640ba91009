package org.familypathways.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The fields of one part of a Word text, such as the number of a page. The code of a field stands in pieces between two
 * marks, and other fields may stand in it.
 */
final class WordFields {

    /** They read from another file, program or address. */
    private static final Set<String> FETCHING =
            Set.of("DDE", "DDEAUTO", "LINK", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "DATABASE", "RD");

    /** Stands for a field within the code of another; one that begins with it hides what it is. */
    private static final String INNER = "\uFFFC";

    private final Deque<StringBuilder> open = new ArrayDeque<>();

    /**
     * Told of each element as it starts; reads the text of a piece of code.
     *
     * @return whether a field that ends here would fetch something
     */
    boolean fetch(XMLStreamReader xml) throws XMLStreamException {
        return switch (xml.getLocalName()) {
            case "fldSimple" -> fetches(attribute(xml, "instr"));
            case "instrText", "delInstrText" -> piece(xml.getElementText());
            case "fldChar" -> mark(attribute(xml, "fldCharType"));
            default -> false;
        };
    }

    private boolean piece(String code) {
        if (open.isEmpty()) {
            return fetches(code);
        }
        open.peek().append(code);
        return false;
    }

    private boolean mark(String type) {
        if (type.equals("begin")) {
            if (!open.isEmpty()) {
                open.peek().append(INNER);
            }
            open.push(new StringBuilder());
            return false;
        }
        if (open.isEmpty()) {
            return false;
        }
        return fetches((type.equals("end") ? open.pop() : open.peek()).toString());
    }

    private static boolean fetches(String code) {
        String name = code.strip().split("[\\s\"\\\\]", 2)[0].toUpperCase(Locale.ROOT);
        return name.startsWith(INNER) || FETCHING.contains(name);
    }

    /** Whatever the prefix of its namespace. */
    private static String attribute(XMLStreamReader xml, String name) {
        for (int n = 0; n < xml.getAttributeCount(); n++) {
            if (xml.getAttributeLocalName(n).equals(name)) {
                return xml.getAttributeValue(n);
            }
        }
        return "";
    }
}
