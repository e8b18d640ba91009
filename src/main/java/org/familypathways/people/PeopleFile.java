package org.familypathways.people;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.springframework.stereotype.Component;

/**
 * Workers with their roles and teams as a table that a spreadsheet opens. No cell of it is ever a formula, whatever
 * somebody is called.
 */
@Component
public class PeopleFile {

    static final List<String> COLUMNS = List.of("account", "name", "email", "status", "roles");
    static final String WORKS_HERE = "works here";
    static final String LEAVING = "leaving";
    static final String LEFT = "left";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BEGINS_FORMULA = "^[=+\\-@\\t\\r].*";

    private final Workers workers;

    PeopleFile(Workers workers) {
        this.workers = workers;
    }

    /**
     * One line of the file as it was written.
     *
     * @param number the line in the file; the headings are line 1
     * @param roles each as {@code role@team}
     */
    record Line(long number, String account, String name, String email, String status, List<String> roles) {}

    /** Everybody, also those who have left. */
    public String write() {
        var leaving = workers.leaving();
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var table = new CSVPrinter(
                text,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(COLUMNS.toArray(String[]::new))
                        .get())) {
            for (Worker worker : workers.search("", 0, Integer.MAX_VALUE)) {
                table.printRecord(
                        worker.accountId(),
                        plain(worker.name()),
                        plain(worker.email() == null ? "" : worker.email()),
                        status(worker, leaving.contains(worker.accountId())),
                        workers.holdings(worker.accountId()).stream()
                                .map(PeopleFile::written)
                                .collect(Collectors.joining("; ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String written(RoleHolding holding) {
        return holding.role().id() + "@" + holding.teamId();
    }

    static String status(Worker worker, boolean leaving) {
        if (!worker.active()) {
            return LEFT;
        }
        return leaving ? LEAVING : WORKS_HERE;
    }

    private static String plain(String text) {
        return text.matches("(?s)" + BEGINS_FORMULA) ? "'" + text : text;
    }

    private static String typed(String cell) {
        String text = cell.strip();
        return text.startsWith("'") && text.substring(1).matches("(?s)" + BEGINS_FORMULA) ? text.substring(1) : text;
    }

    /** @throws NotReadable when it is no such table at all */
    static List<Line> read(String text) {
        String table = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (var parser = CSVParser.parse(new StringReader(table), format)) {
            var missing = new ArrayList<>(COLUMNS);
            missing.removeAll(
                    parser.getHeaderNames().stream().map(String::toLowerCase).toList());
            if (!missing.isEmpty() || parser.getHeaderNames().size() != COLUMNS.size()) {
                throw new NotReadable("The first line must hold the headings %s, separated by commas, and no others."
                        .formatted(String.join(", ", COLUMNS)));
            }
            var lines = new ArrayList<Line>();
            for (CSVRecord line : parser) {
                if (!line.isConsistent()) {
                    throw new NotReadable("Line %d must have %d cells. It has %d."
                            .formatted(parser.getCurrentLineNumber(), COLUMNS.size(), line.size()));
                }
                lines.add(line(parser.getCurrentLineNumber(), line));
            }
            return lines;
        } catch (IOException | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw new NotReadable("This is not a table with commas between its cells, saved as CSV UTF-8.");
        }
    }

    private static Line line(long number, CSVRecord line) {
        return new Line(
                number,
                typed(line.get("account")),
                typed(line.get("name")),
                typed(line.get("email")),
                typed(line.get("status")).toLowerCase(),
                List.of(typed(line.get("roles")).split("\\s*;\\s*")).stream()
                        .filter(role -> !role.isBlank())
                        .distinct()
                        .toList());
    }

    /** The message is a sentence for whoever brought the file. */
    static final class NotReadable extends RuntimeException {

        NotReadable(String message) {
            super(message);
        }
    }
}
