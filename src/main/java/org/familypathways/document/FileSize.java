package org.familypathways.document;

import java.util.Locale;

/** How large something is, in words that people use. */
public final class FileSize {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private FileSize() {}

    public static String words(long bytes) {
        if (bytes < MEGABYTE) {
            return "%,d KB".formatted(Math.max(1, bytes / KILOBYTE));
        }
        String size = String.format(Locale.UK, "%.1f", (double) bytes / MEGABYTE);
        return size.replace(".0", "") + " MB";
    }
}
