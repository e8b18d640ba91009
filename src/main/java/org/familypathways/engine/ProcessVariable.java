package org.familypathways.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A variable that a pathway's engine may hold: a reference, a code, a date, a number or a boolean that routes the work.
 * What people write is never one of these; it belongs to the family's record.
 *
 * @param name the name in the model, camelCase
 * @param type the Java type of its value
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    public static ProcessVariable<Integer> number(String name) {
        return new ProcessVariable<>(name, Integer.class);
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(type.cast(scope.getVariable(name)));
    }

    /** @throws IllegalStateException when the pathway does not hold the variable */
    public T from(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("Process variable '%s' is missing".formatted(name)));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
