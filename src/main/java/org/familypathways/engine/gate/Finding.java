package org.familypathways.engine.gate;

/**
 * A reason why a model is not accepted.
 *
 * @param element the id of the element in the model, or the name of the file
 * @param sentence what is wrong and how to mend it, in plain English
 */
public record Finding(String element, String sentence) {

    @Override
    public String toString() {
        return element + ": " + sentence;
    }
}
