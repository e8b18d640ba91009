package org.familypathways.engine.gate;

import java.util.Set;

/** The timescales that a due date or a timer may name. */
public interface TimescaleCodes {

    Set<String> codes();
}
