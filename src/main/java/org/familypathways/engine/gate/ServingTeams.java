package org.familypathways.engine.gate;

import java.util.Set;

/** The kinds of teams that serve families, by the id that a model names. */
public interface ServingTeams {

    Set<String> kinds();
}
