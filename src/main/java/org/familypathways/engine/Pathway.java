package org.familypathways.engine;

import java.util.List;

/**
 * The vocabulary of one pathway: what its model, its forms, its delegates and its tests call things. Each practice
 * module declares one as a bean, in its {@code process} package; the model gate holds the model against it.
 */
public interface Pathway {

    /** The process key, which is also the name of the model file and of the forms folder. */
    String key();

    /** The variables that the engine may hold for this pathway; everything else a form collects is record content. */
    List<ProcessVariable<?>> variables();

    /** The messages that the model catches or throws, named {@code <pathway>.<past-tense fact>}. */
    default List<String> messages() {
        return List.of();
    }

    /** The BPMN error codes that the delegates may raise. */
    default List<String> errors() {
        return List.of();
    }
}
