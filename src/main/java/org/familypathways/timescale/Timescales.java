package org.familypathways.timescale;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The numbers of practice: how long each thing may take, by code and date, from the decision table in force. */
@Service
public class Timescales {

    private final TimescaleTable table;

    Timescales(TimescaleTable table) {
        this.table = table;
    }

    /**
     * The timescale that holds for something that begins on that day: of the rows of the code, the latest that was
     * effective by then.
     *
     * @throws IllegalArgumentException when the table has no such code for that day
     */
    public Timescale on(String code, LocalDate day) {
        return find(code, day)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The table of timescales has no row for %s on %s".formatted(code, day)));
    }

    public Optional<Timescale> find(String code, LocalDate day) {
        return table.rows(code).stream()
                .filter(row -> !row.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Timescale::effectiveFrom));
    }
}
