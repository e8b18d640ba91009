package org.familypathways.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Tells the files that people upload by mistake from the one they meant, before a parser sees them. */
final class FileKind {

    private static final int LOOKED_AT = 4096;

    private FileKind() {}

    /** @throws CensusFileRefused when the file is empty, packed or no XML */
    static InputStream onlyXml(InputStream file) {
        try {
            var buffered = new BufferedInputStream(file, 1 << 16);
            buffered.mark(LOOKED_AT);
            byte[] start = buffered.readNBytes(LOOKED_AT);
            buffered.reset();
            refuse(start);
            return buffered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuse(byte[] start) {
        if (isBlank(start)) {
            throw new CensusFileRefused("The file is empty.");
        }
        if (begins(start, 'P', 'K') || begins(start, 0x1f, 0x8b) || begins(start, '7', 'z')) {
            throw new CensusFileRefused(
                    "This is a packed file (zip, Excel or similar). Unpack it and upload the XML file inside.");
        }
        if (begins(start, '%', 'P', 'D', 'F')) {
            throw new CensusFileRefused("This is a PDF. Upload the census as the XML file that your system exports.");
        }
        if (!isMarkup(start)) {
            throw new CensusFileRefused(
                    "This is not an XML file. Upload the census as your system exports it, in XML.");
        }
    }

    private static boolean isBlank(byte[] start) {
        for (byte b : start) {
            if (b != 0 && !Character.isWhitespace(b)) {
                return false;
            }
        }
        return true;
    }

    /** Looks for the first angle bracket; byte order marks and the zero bytes of UTF-16 may stand before it. */
    private static boolean isMarkup(byte[] start) {
        for (byte b : start) {
            if (b == '<') {
                return true;
            }
            boolean mayPrecede = b == 0 || Character.isWhitespace(b) || (b & 0xff) >= 0xbb;
            if (!mayPrecede) {
                return false;
            }
        }
        return false;
    }

    private static boolean begins(byte[] start, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
