package org.familypathways.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Finds the beans that models may name, and calls the methods that a {@link ForModels} bean declares itself. A method
 * that every object has, {@code getClass} above all, is not among them.
 */
final class ModelBeanResolver extends ELResolver {

    private final ModelBeans beans;

    ModelBeanResolver(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            return null;
        }
        var bean = beans.find(property.toString());
        bean.ifPresent(found -> context.setPropertyResolved(true));
        return bean.orElse(null);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] parameterTypes,
            Object @Nullable [] arguments) {
        if (base == null || !isCallable(base)) {
            return null;
        }
        List<Object> values = arguments == null ? List.of() : java.util.Arrays.asList(arguments);
        Method called = methodsOf(base)
                .filter(candidate -> candidate.getName().equals(method.toString()) && accepts(candidate, values))
                .findFirst()
                .orElseThrow(() -> new ELException("Models cannot call " + method + " with these values"));
        context.setPropertyResolved(true);
        return call(base, called, values);
    }

    private static boolean isCallable(Object bean) {
        return AnnotatedElementUtils.hasAnnotation(ClassUtils.getUserClass(bean), ForModels.class);
    }

    private static Stream<Method> methodsOf(Object bean) {
        return Stream.of(ClassUtils.getUserClass(bean).getDeclaredMethods())
                .filter(method ->
                        Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()));
    }

    private static boolean accepts(Method method, List<Object> values) {
        var types = method.getParameterTypes();
        if (types.length != values.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!ClassUtils.isAssignableValue(types[i], values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object call(Object bean, Method method, List<Object> values) {
        try {
            method.setAccessible(true);
            return method.invoke(bean, values.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        throw new PropertyNotWritableException("Models cannot change " + property);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
