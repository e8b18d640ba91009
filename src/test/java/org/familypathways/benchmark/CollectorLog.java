package org.familypathways.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the garbage collector of a process says: how full the heap was before each collection, and after it. */
final class CollectorLog {

    private static final Pattern COLLECTION = Pattern.compile("^\\[([\\d.]+)s].* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Path file;

    CollectorLog(Path file) {
        this.file = file;
    }

    String option() {
        return "-Xlog:gc:file=" + file + ":uptime";
    }

    /** @param before the fullest before any collection; the rest is after it, which is what is really needed */
    record Peak(long before, long after) {}

    /** In megabytes, of the collections that lie between these times, in seconds since the process began. */
    Peak peak(double from, double to) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(COLLECTION::matcher)
                    .filter(line -> line.find())
                    .map(line -> line.toMatchResult())
                    .filter(line -> between(line, from, to))
                    .map(line -> new Peak(Long.parseLong(line.group(2)), Long.parseLong(line.group(3))))
                    .reduce(new Peak(0, 0), CollectorLog::higher);
        }
    }

    private static boolean between(MatchResult line, double from, double to) {
        double at = Double.parseDouble(line.group(1));
        return at >= from && at <= to;
    }

    private static Peak higher(Peak one, Peak other) {
        return new Peak(Math.max(one.before, other.before), Math.max(one.after, other.after));
    }
}
