package org.familypathways.engine.gate;

import static java.util.Map.entry;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Lets only known elements, attributes and expressions into a model. What is not listed here is refused, so that a
 * feature of the engine which nobody thought of is no way in.
 */
final class AllowedContent {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> BPMN_ELEMENTS = Set.of(
            "definitions",
            "process",
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "exclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "inclusiveGateway",
            "subProcess",
            "callActivity",
            "sequenceFlow",
            "conditionExpression",
            "messageEventDefinition",
            "timerEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "terminateEventDefinition",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "multiInstanceLoopCharacteristics",
            "completionCondition",
            "message",
            "error",
            "escalation",
            "textAnnotation",
            "text",
            "association");

    private static final Set<String> CAMUNDA_ELEMENTS = Set.of(
            "properties",
            "property",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "in",
            "out",
            "failedJobRetryTimeCycle");

    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "historyTimeToLive",
            "versionTag",
            "isStartableInTasklist",
            "formRef",
            "formRefBinding",
            "candidateGroups",
            "dueDate",
            "followUpDate",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "delegateExpression",
            "collection",
            "elementVariable",
            "calledElementBinding",
            "errorMessageVariable",
            "errorCodeVariable");

    /** Where an expression may stand: an attribute by its name, an element's text by the element's name. */
    private static final Map<String, List<ModelExpression>> EXPRESSIONS = Map.ofEntries(
            entry("@delegateExpression", List.of(ModelExpression.STEP)),
            entry("@dueDate", List.of(ModelExpression.DUE)),
            entry("@followUpDate", List.of(ModelExpression.DUE)),
            entry("@collection", List.of(ModelExpression.QUESTION)),
            entry("@businessKey", List.of(ModelExpression.VARIABLE, ModelExpression.QUESTION)),
            entry("@sourceExpression", List.of(ModelExpression.VARIABLE)),
            entry("conditionExpression", List.of(ModelExpression.CONDITION)),
            entry("completionCondition", List.of(ModelExpression.CONDITION)),
            entry("timeDate", List.of(ModelExpression.DUE, ModelExpression.QUESTION)),
            entry("inputParameter", List.of(ModelExpression.VARIABLE, ModelExpression.QUESTION)),
            entry("outputParameter", List.of(ModelExpression.VARIABLE)));

    private final List<Finding> findings = new ArrayList<>();

    static List<Finding> check(byte[] model) {
        var content = new AllowedContent();
        content.walk(parse(model), "model");
        return content.findings;
    }

    private void walk(Element element, String nearestId) {
        String id = element.hasAttribute("id") ? element.getAttribute("id") : nearestId;
        String namespace = element.getNamespaceURI();
        boolean diagram = namespace != null && namespace.contains("/DI")
                || String.valueOf(namespace).contains("/DD/");
        if (diagram) {
            return;
        }
        checkElement(element, id);
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            checkAttribute((Attr) attributes.item(i), id);
        }
        checkText(element, id);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, id);
            }
        }
    }

    private void checkElement(Element element, String id) {
        String name = element.getLocalName();
        boolean known = BPMN.equals(element.getNamespaceURI()) && BPMN_ELEMENTS.contains(name)
                || CAMUNDA.equals(element.getNamespaceURI()) && CAMUNDA_ELEMENTS.contains(name);
        if (!known) {
            refuse(id, "“%s” is not allowed in a model.".formatted(name));
        }
    }

    private void checkAttribute(Attr attribute, String id) {
        String name = attribute.getLocalName();
        if (CAMUNDA.equals(attribute.getNamespaceURI()) && !CAMUNDA_ATTRIBUTES.contains(name)) {
            refuse(id, "The setting “%s” is not allowed in a model.".formatted(name));
        }
        checkExpression("@" + name, attribute.getValue(), id);
    }

    private void checkText(Element element, String id) {
        boolean leaf = element.getElementsByTagName("*").getLength() == 0;
        if (leaf && !element.getLocalName().equals("documentation")) {
            checkExpression(element.getLocalName(), element.getTextContent().strip(), id);
        }
    }

    private void checkExpression(String place, String text, String id) {
        if (!ModelExpression.isIn(text)) {
            return;
        }
        boolean allowed = EXPRESSIONS.getOrDefault(place, List.of()).stream()
                .anyMatch(expression -> expression.match(text).isPresent());
        if (!allowed) {
            refuse(id, "The expression %s is not one that a model may use here.".formatted(text));
        }
    }

    private void refuse(String id, String sentence) {
        findings.add(new Finding(id, sentence));
    }

    private static Element parse(byte[] model) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(model))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new ModelRefused(List.of(new Finding("model", "The file is not a BPMN model that can be read.")));
        }
    }
}
