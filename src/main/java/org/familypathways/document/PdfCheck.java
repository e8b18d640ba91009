package org.familypathways.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Looks at every object of a PDF, also those that no page shows, for what runs or hides something. */
final class PdfCheck {

    /** More than any report has, and little enough to look at. */
    private static final int MOST_OBJECTS = 500_000;

    private static final Set<String> RUNNING_KEYS = Set.of("JS", "JavaScript", "XFA", "RichMediaContent");
    private static final Set<String> RUNNING_ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "GoToE");
    /** Harmless behind a link; not when they happen by themselves. */
    private static final Set<String> LEADING_ACTIONS = Set.of("URI", "GoToR");

    private static final Set<String> KEYS_OF_FILES = Set.of("EmbeddedFiles", "EmbeddedFile", "EF");
    private static final String PRINT = " Print it to a new PDF and attach that.";

    private PdfCheck() {}

    /** @throws DocumentRefused when it needs a password, is damaged, can run something, or holds other files */
    static DocumentType check(Path file) throws IOException {
        try (var pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (pdf.getNumberOfPages() == 0) {
                throw damaged();
            }
            lookAtEverything(pdf.getDocument());
            return DocumentType.PDF;
        } catch (InvalidPasswordException e) {
            throw new DocumentRefused("This PDF needs a password, and nobody could read it here later. Open it with the"
                    + " password, print it to a new PDF, and attach that.");
        } catch (IOException e) {
            throw damaged();
        }
    }

    private static void lookAtEverything(COSDocument pdf) {
        var objects = pdf.getXrefTable().keySet();
        if (objects.size() > MOST_OBJECTS) {
            throw new DocumentRefused("This PDF has too many parts to be looked at." + PRINT);
        }
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(pdf.getTrailer());
        for (var key : objects) {
            COSBase object = pdf.getObjectFromPool(key).getObject();
            if (object != null) {
                open.add(object);
            }
        }
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            COSBase object = open.pop();
            if (!seen.add(object)) {
                continue;
            }
            if (object instanceof COSDictionary dictionary) {
                judge(dictionary);
                dictionary.getValues().forEach(value -> addDirect(value, open));
            } else if (object instanceof COSArray array) {
                array.forEach(value -> addDirect(value, open));
            }
        }
    }

    /** What is referred to has a number of its own, and is looked at by it. */
    private static void addDirect(COSBase value, Deque<COSBase> open) {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            open.add(value);
        }
    }

    private static void judge(COSDictionary dictionary) {
        String action = dictionary.getNameAsString(COSName.S);
        if (action != null && RUNNING_ACTIONS.contains(action)) {
            throw runs();
        }
        if (leads(dictionary.getDictionaryObject(COSName.OPEN_ACTION))
                || dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary events
                        && events.keySet().stream()
                                .map(events::getDictionaryObject)
                                .anyMatch(PdfCheck::leads)) {
            throw new DocumentRefused("This PDF would open something from elsewhere by itself." + PRINT);
        }
        for (COSName key : dictionary.keySet()) {
            if (RUNNING_KEYS.contains(key.getName())) {
                throw runs();
            }
            if (KEYS_OF_FILES.contains(key.getName())) {
                throw new DocumentRefused("This PDF holds other files. Attach them one by one, and print this one to a"
                        + " new PDF without them.");
            }
        }
    }

    /** An action, or one that follows it. */
    private static boolean leads(@Nullable COSBase first) {
        Deque<COSBase> open = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        addAction(first, open);
        while (!open.isEmpty()) {
            COSBase action = open.pop();
            if (!seen.add(action)) {
                continue;
            }
            if (action instanceof COSArray several) {
                for (int n = 0; n < several.size(); n++) {
                    addAction(several.getObject(n), open);
                }
            } else if (action instanceof COSDictionary one) {
                if (LEADING_ACTIONS.contains(String.valueOf(one.getNameAsString(COSName.S)))) {
                    return true;
                }
                addAction(one.getDictionaryObject(COSName.NEXT), open);
            }
        }
        return false;
    }

    private static void addAction(@Nullable COSBase action, Deque<COSBase> open) {
        if (action != null) {
            open.add(action);
        }
    }

    private static DocumentRefused runs() {
        return new DocumentRefused("This PDF holds a program, a form with a program, or a film." + PRINT);
    }

    private static DocumentRefused damaged() {
        return new DocumentRefused("This PDF is damaged and cannot be read. Save or scan it again.");
    }
}
