package org.familypathways.intake.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import org.familypathways.intake.ImportFinding;

/** Findings as a table that a spreadsheet opens, one row for each. */
final class FindingsTable {

    private FindingsTable() {}

    static void write(Iterator<ImportFinding> findings, Writer out) throws IOException {
        out.write("Line,Child,Result,Rule,What is wrong\r\n");
        while (findings.hasNext()) {
            var finding = findings.next();
            row(
                    out,
                    String.valueOf(finding.line()),
                    finding.laChildId() == null ? "" : finding.laChildId(),
                    finding.rejected() ? "Rejected" : "Warning",
                    finding.rule(),
                    finding.sentence());
        }
    }

    private static void row(Writer out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : ",");
            out.write(quoted(cells[i]));
        }
        out.write("\r\n");
    }

    /** A cell that a spreadsheet would take for a formula is marked as text. */
    private static String quoted(String cell) {
        String harmless = cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
