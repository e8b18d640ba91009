package org.familypathways.engine;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The engine's own FEEL, for the conditions under which a form hides a question. */
@Component
class Feel {

    private final FeelEngine engine = new ScalaFeelEngineFactory().createInstance();

    /** @param expression as forms write it, with or without the leading equals sign */
    boolean isTrue(String expression, Map<String, Object> variables) {
        return Boolean.TRUE.equals(engine.evaluateSimpleExpression(
                condition(expression), Variables.fromMap(variables).asVariableContext()));
    }

    static String condition(String expression) {
        return expression.startsWith("=") ? expression.substring(1) : expression;
    }
}
