package org.familypathways.engine.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.familypathways.engine.FormDefinition;
import org.familypathways.engine.FormField;
import org.familypathways.engine.Pathway;

/**
 * One pathway's model with all that the conventions need to judge it.
 *
 * @param key the name of its file without the ending
 * @param model the model
 * @param forms the forms that come with it, by their ids
 * @param words what it may name
 */
record ModelUnderReview(String key, BpmnModelInstance model, Map<String, FormDefinition> forms, ModelWords words) {

    private static final String VARIABLE = "variable:";

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    /** The element's properties by name; of several with one name the first. */
    static Map<String, String> properties(BaseElement element) {
        return propertiesOf(element)
                .collect(Collectors.toMap(
                        CamundaProperty::getCamundaName,
                        property -> String.valueOf(property.getCamundaValue()),
                        (first, second) -> first));
    }

    /** Every value of the element's properties with that name. */
    static Stream<String> values(BaseElement element, String name) {
        return propertiesOf(element)
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> String.valueOf(property.getCamundaValue()));
    }

    private static Stream<CamundaProperty> propertiesOf(BaseElement element) {
        if (element.getExtensionElements() == null) {
            return Stream.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream());
    }

    /** The variables that a condition may read: the vocabulary's and the model's own. */
    Set<String> declaredVariables() {
        var names = new HashSet<String>();
        Pathway pathway = words.pathways().get(key);
        if (pathway != null) {
            pathway.variables().forEach(variable -> names.add(variable.name()));
        }
        properties(process()).keySet().stream()
                .filter(name -> name.startsWith(VARIABLE))
                .forEach(name -> names.add(name.substring(VARIABLE.length())));
        return names;
    }

    /** The codes that people can choose for a variable; empty when no form of the pathway asks for it. */
    Set<String> codesOf(String variable) {
        return forms.values().stream()
                .flatMap(form -> form.field(variable).stream())
                .flatMap(question -> question.options().stream())
                .map(FormField.Option::value)
                .collect(Collectors.toSet());
    }

    static Stream<String> text(ModelElementInstance element) {
        return Stream.of(element.getTextContent().strip()).filter(text -> !text.isEmpty());
    }
}
