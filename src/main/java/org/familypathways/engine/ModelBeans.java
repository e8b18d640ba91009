package org.familypathways.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/** The beans that models may name, and those of them that models may call. */
@Component
class ModelBeans {

    private final ListableBeanFactory beans;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    Optional<Object> find(String name) {
        return beans.containsBean(name) && (isStep(name) || isCallable(name))
                ? Optional.of(beans.getBean(name))
                : Optional.empty();
    }

    private boolean isStep(String name) {
        return beans.isTypeMatch(name, ResolvableType.forClass(JavaDelegate.class))
                || beans.isTypeMatch(name, ResolvableType.forClass(ExecutionListener.class))
                || beans.isTypeMatch(name, ResolvableType.forClass(TaskListener.class));
    }

    private boolean isCallable(String name) {
        return beans.findAnnotationOnBean(name, ForModels.class) != null;
    }
}
