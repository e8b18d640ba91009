package org.familypathways.engine.gate;

import java.util.Set;

/** The roles that a model may offer a task to, by the id that the model names. */
public interface CandidateGroups {

    Set<String> ids();
}
