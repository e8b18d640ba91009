package org.familypathways.access;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Demo people and families are there only for somebody who tries the application: with the database that it starts
 * itself, or where {@code familypathways.demo=true} says so.
 */
public final class DemoMode implements Condition {

    static final String PROPERTY = "familypathways.demo";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    public static boolean isOn(Environment environment) {
        return environment.getProperty(PROPERTY, Boolean.class, !environment.containsProperty("spring.datasource.url"));
    }
}
