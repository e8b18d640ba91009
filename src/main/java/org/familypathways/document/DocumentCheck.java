package org.familypathways.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Says what a file is by looking into it, whatever it is called, and refuses what could run or hides something. */
@Component
class DocumentCheck {

    private static final String INSTEAD =
            " Attach a PDF, a picture (JPEG, PNG or HEIC), a plain text, or a Word or OpenDocument text instead.";

    private final Tika tika = new Tika();

    /** @throws DocumentRefused with a sentence that says what can be attached instead */
    DocumentType typeOf(Path file) throws IOException {
        String found;
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            found = tika.detect(content);
        }
        return switch (found) {
            case "application/pdf" -> PdfCheck.check(file);
            case "image/jpeg" -> DocumentType.JPEG;
            case "image/png" -> DocumentType.PNG;
            case "image/heic", "image/heif" -> DocumentType.HEIC;
            case "text/plain" -> DocumentType.TEXT;
            case "application/zip", "application/x-tika-ooxml", "application/vnd.oasis.opendocument.text" ->
                OfficeCheck.check(file);
            default -> throw new DocumentRefused(refusal(found) + INSTEAD);
        };
    }

    private static String refusal(String found) {
        if (found.matches(
                "text/html|application/xhtml\\+xml|image/svg\\+xml|application/xml|text/xml|.*javascript.*")) {
            return "This file is a web page or something like it, and could run a program.";
        }
        if (found.matches("message/rfc822|application/vnd\\.ms-outlook.*")) {
            return "This file is an e-mail, which can hold other files. Print it to a PDF.";
        }
        if (found.matches("application/(x-tika-msoffice|msword|vnd\\.ms-.*|rtf)")) {
            return "This file is of an older office program, and could run a program. Save it anew.";
        }
        if (found.matches(
                ".*(dosexec|msdownload|executable|x-sh|x-bat|elf|mach-o|java-archive|x-object|sharedlib).*")) {
            return "This file is a program. Programs cannot be attached.";
        }
        if (found.matches(".*(rar|7z|gzip|tar|bzip|xz|zstd|iso9660|cab).*")) {
            return "This file holds other files. Attach them one by one.";
        }
        return "A file of this kind cannot be attached.";
    }
}
