package org.familypathways.document;

import java.text.Normalizer;

/** The name that somebody's file had, as it can safely be shown and saved again. */
final class FileName {

    private static final int LONGEST = 120;
    /** Steering characters, among them those that make a name read backwards, halves of characters, and what no system wants. */
    private static final String NOT_IN_NAMES = "[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}:*?\"<>|%]+";

    private FileName() {}

    /**
     * @param type what the file is; its usual ending is added to a name that has none
     * @throws DocumentRefused when the name ends as the name of something else does
     */
    static String of(String given, DocumentType type) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll(NOT_IN_NAMES, " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        if (!ending.isEmpty() && !type.isEnding(ending)) {
            throw new DocumentRefused("The name of the file ends in “.%s”, but what is in it is a %s. If that is right,"
                            .formatted(shortened(ending, 10), type.title())
                    + " let the name end in “.%s” and choose the file again.".formatted(type.ending()));
        }
        String stem =
                shortened(dot < 0 ? name : name.substring(0, dot), LONGEST).strip();
        return (stem.isEmpty() ? "document" : stem) + "." + (ending.isEmpty() ? type.ending() : ending.toLowerCase());
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
