package org.familypathways.engine.gate;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Lets only known elements, attributes and expressions into a model. What is not listed here is refused, so that a
 * feature of the engine which nobody thought of is no way in.
 */
final class AllowedContent {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

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

    private static final Set<String> PLAIN_ATTRIBUTES = Set.of(
            "id",
            "name",
            "value",
            "exporter",
            "exporterVersion",
            "targetNamespace",
            "isExecutable",
            "sourceRef",
            "targetRef",
            "default",
            "attachedToRef",
            "cancelActivity",
            "triggeredByEvent",
            "isInterrupting",
            "isSequential",
            "messageRef",
            "errorRef",
            "errorCode",
            "escalationRef",
            "escalationCode",
            "calledElement",
            "businessKey",
            "source",
            "sourceExpression",
            "target",
            "gatewayDirection",
            "associationDirection",
            "textFormat");

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
            "calledElementBinding");

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

    private final Set<String> questions;
    private final List<Finding> findings = new ArrayList<>();

    private AllowedContent(Set<String> questions) {
        this.questions = questions;
    }

    /** @param questions the beans that an expression may ask */
    static List<Finding> check(byte[] model, Set<String> questions) {
        var content = new AllowedContent(questions);
        content.walk(ModelDocument.root(model), "model");
        return content.findings;
    }

    private void walk(Element element, String nearestId) {
        String id = element.hasAttribute("id") ? element.getAttribute("id") : nearestId;
        if (isPicture(element)) {
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

    /** What is drawn is never run. The engine reads elements by their names alone, so nothing else goes unread. */
    private static boolean isPicture(Element element) {
        return PICTURE.equals(element.getNamespaceURI())
                && element.getLocalName().equals("BPMNDiagram")
                && element.getParentNode() == element.getOwnerDocument().getDocumentElement();
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
        if (!isKnown(attribute.getNamespaceURI(), name)) {
            refuse(id, "The setting “%s” is not allowed in a model.".formatted(name));
        }
        checkExpression("@" + name, attribute.getValue(), id);
    }

    /** An attribute of any other namespace is refused: the engine still reads those of its predecessor. */
    private static boolean isKnown(@Nullable String namespace, String name) {
        if (namespace == null) {
            return PLAIN_ATTRIBUTES.contains(name);
        }
        return XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(namespace)
                || XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace) && name.equals("type")
                || MODELER.equals(namespace)
                || CAMUNDA.equals(namespace) && CAMUNDA_ATTRIBUTES.contains(name);
    }

    /** The engine reads the text of an element also where other elements stand in the middle of it. */
    private void checkText(Element element, String id) {
        var ownText = new StringBuilder();
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            leaf &= !(child instanceof Element);
            if (child instanceof Text text) {
                ownText.append(text.getData());
            }
        }
        String text = ownText.toString().strip();
        if (!leaf && !text.isEmpty()) {
            refuse(id, "“%s” has text and elements side by side.".formatted(element.getLocalName()));
        }
        checkExpression(element.getLocalName(), text, id);
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
        ModelExpression.QUESTION
                .match(text)
                .filter(question -> !questions.contains(question.group("bean")))
                .ifPresent(question -> refuse(id, "The system cannot answer %s.".formatted(text)));
    }

    private void refuse(String id, String sentence) {
        findings.add(new Finding(id, sentence));
    }
}
