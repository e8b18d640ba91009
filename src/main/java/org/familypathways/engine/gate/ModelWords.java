package org.familypathways.engine.gate;

import java.util.Map;
import java.util.Set;
import org.familypathways.engine.Pathway;

/**
 * The words that a model may use: what the application knows by name.
 *
 * @param roles the roles that tasks may be offered to
 * @param teamKinds the kinds of teams that serve families, outside of which a worker may have to be
 * @param delegates the steps that the system can do
 * @param questions the beans that expressions may ask
 * @param timescales the codes that due dates may name
 * @param pathways the vocabularies by process key
 */
public record ModelWords(
        Set<String> roles,
        Set<String> teamKinds,
        Set<String> delegates,
        Set<String> questions,
        Set<String> timescales,
        Map<String, Pathway> pathways) {}
