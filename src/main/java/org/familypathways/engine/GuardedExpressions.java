package org.familypathways.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * What an expression of a model or of a query can reach: the case's variables, the delegates by name, the methods of
 * beans marked {@link ForModels}, and the engine's few functions such as {@code now()}. Nothing else resolves, so an
 * expression that slips past every other check still cannot get at a class, a service or a file.
 */
final class GuardedExpressions extends JuelExpressionManager {

    private final ModelBeans beans;

    GuardedExpressions(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new ModelBeanResolver(beans));
        return resolvers;
    }
}
