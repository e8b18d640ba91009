package org.familypathways.timescale;

import java.util.List;

/** The decision table of timescales in force, wherever it is kept. */
public interface TimescaleTable {

    /** Every row of the code, whatever its effective date; none when the table does not know the code. */
    List<Timescale> rows(String code);
}
