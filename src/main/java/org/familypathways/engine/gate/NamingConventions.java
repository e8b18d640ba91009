package org.familypathways.engine.gate;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Ids that people chose and labels that people can read: history, differences and tests all show them. */
final class NamingConventions {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            entry("startEvent", "startEvent_"),
            entry("endEvent", "endEvent_"),
            entry("intermediateCatchEvent", "event_"),
            entry("intermediateThrowEvent", "event_"),
            entry("boundaryEvent", "event_"),
            entry("userTask", "userTask_"),
            entry("serviceTask", "serviceTask_"),
            entry("exclusiveGateway", "gateway_"),
            entry("parallelGateway", "gateway_"),
            entry("inclusiveGateway", "gateway_"),
            entry("eventBasedGateway", "gateway_"),
            entry("subProcess", "subProcess_"),
            entry("callActivity", "callActivity_"),
            entry("sequenceFlow", "flow_"));

    private final ModelUnderReview review;
    private final List<Finding> findings = new ArrayList<>();

    private NamingConventions(ModelUnderReview review) {
        this.review = review;
    }

    static List<Finding> check(ModelUnderReview review) {
        var conventions = new NamingConventions(review);
        conventions.checkProcess();
        review.all(FlowElement.class).forEach(conventions::checkElement);
        conventions.checkOutcomes();
        return conventions.findings;
    }

    private void checkProcess() {
        var process = review.process();
        if (!review.key().equals(process.getId())) {
            refuse(process.getId(), "The process must have the id “%s”, as its file.".formatted(review.key()));
        }
        if (process.getName() == null || process.getName().isBlank()) {
            refuse(process.getId(), "The process has no name.");
        }
        if (!"P36500D".equals(process.getCamundaHistoryTimeToLiveString())) {
            refuse(
                    process.getId(),
                    "The history time to live must be P36500D: only our own retention removes records.");
        }
        if (!process.isExecutable()) {
            refuse(process.getId(), "The process is not marked as executable.");
        }
        if (process.getDocumentations().isEmpty()) {
            refuse(process.getId(), "The process has no documentation for the people who work with it.");
        }
    }

    private void checkElement(FlowElement element) {
        String type = element.getElementType().getTypeName();
        String prefix = PREFIXES.get(type);
        if (prefix != null && !element.getId().matches(prefix + "[a-z][A-Za-z0-9]*")) {
            refuse(
                    element.getId(),
                    "The id must be “%s” followed by a name in camelCase that somebody chose.".formatted(prefix));
        }
        if (needsLabel(element)
                && (element.getName() == null || element.getName().isBlank())) {
            refuse(element.getId(), "It has no label.");
        }
    }

    private static boolean needsLabel(FlowElement element) {
        if (element instanceof SequenceFlow flow) {
            return isChoice(flow.getSource()) && flow.getSource().getOutgoing().size() > 1;
        }
        if (element instanceof Gateway gateway) {
            return isChoice(gateway) && gateway.getOutgoing().size() > 1;
        }
        return element instanceof Event
                || PREFIXES.containsKey(element.getElementType().getTypeName());
    }

    private static boolean isChoice(FlowElement element) {
        return element instanceof ExclusiveGateway || element instanceof InclusiveGateway;
    }

    private void checkOutcomes() {
        var names = new HashSet<String>();
        for (EndEvent end : review.all(EndEvent.class)) {
            if (end.getName() != null && !names.add(end.getName())) {
                refuse(
                        end.getId(),
                        "Another end has the name “%s”; an end names its outcome.".formatted(end.getName()));
            }
        }
    }

    private void refuse(String element, String sentence) {
        findings.add(new Finding(element, sentence));
    }
}
