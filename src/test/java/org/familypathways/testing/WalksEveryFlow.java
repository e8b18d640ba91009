package org.familypathways.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The stories of this class together walk every flow of the pathway's model; the class fails where one is left out. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WalksEveryFlow.Check.class)
public @interface WalksEveryFlow {

    /** The pathway's key. */
    String of();

    /** Nested classes inherit the annotation's extension, so only the outermost class begins and ends the walk. */
    class Check implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            if (isOutermost(context)) {
                beans(context).getBean(FlowCoverage.class).startAgain(pathwayKey(context));
            }
        }

        @Override
        public void afterAll(ExtensionContext context) {
            if (isOutermost(context) && context.getExecutionException().isEmpty()) {
                var beans = beans(context);
                beans.getBean(FlowCoverage.class)
                        .assertEveryFlowWalked(beans.getBean(ProcessEngine.class), pathwayKey(context));
            }
        }

        private static boolean isOutermost(ExtensionContext context) {
            return context.getRequiredTestClass().isAnnotationPresent(WalksEveryFlow.class);
        }

        private static String pathwayKey(ExtensionContext context) {
            return context.getRequiredTestClass()
                    .getAnnotation(WalksEveryFlow.class)
                    .of();
        }

        private static ApplicationContext beans(ExtensionContext context) {
            return SpringExtension.getApplicationContext(context);
        }
    }
}
