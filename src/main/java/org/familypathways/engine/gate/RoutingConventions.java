package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;

/** How work finds its way: conditions on declared variables, a default at every choice, messages that somebody knows. */
final class RoutingConventions {

    private final ModelUnderReview review;
    private final List<Finding> findings = new ArrayList<>();

    private RoutingConventions(ModelUnderReview review) {
        this.review = review;
    }

    static List<Finding> check(ModelUnderReview review) {
        var conventions = new RoutingConventions(review);
        Set<String> declared = review.declaredVariables();
        review.all(ConditionExpression.class).forEach(condition -> conventions.checkCondition(condition, declared));
        review.all(ExclusiveGateway.class).forEach(conventions::checkDefault);
        conventions.checkMessages();
        conventions.checkErrors();
        conventions.checkTimers();
        return conventions.findings;
    }

    private void checkCondition(ConditionExpression condition, Set<String> declared) {
        String id = condition.getParentElement().getAttributeValue("id");
        ModelUnderReview.text(condition)
                .forEach(text -> ModelExpression.CONDITION
                        .match(text)
                        .ifPresentOrElse(
                                matcher -> {
                                    String flag = matcher.group("flag");
                                    String variable = flag == null ? matcher.group("variable") : flag;
                                    if (!declared.contains(variable)) {
                                        refuse(
                                                id,
                                                "It asks for “%s”, which nothing in this pathway declares."
                                                        .formatted(variable));
                                    }
                                },
                                () -> refuse(
                                        id,
                                        "A condition is a yes-or-no variable, its opposite, or a code; not %s."
                                                .formatted(text))));
    }

    private void checkDefault(ExclusiveGateway gateway) {
        if (gateway.getOutgoing().size() > 1 && gateway.getDefault() == null) {
            refuse(gateway.getId(), "It has no default way out, so a case could get stuck here.");
        }
    }

    private void checkMessages() {
        var referenced = new HashSet<Message>();
        review.all(MessageEventDefinition.class).forEach(definition -> {
            if (definition.getMessage() == null) {
                refuse(idOf(definition), "Its event names no message.");
            }
            referenced.add(definition.getMessage());
        });
        var pathway = review.words().pathways().get(review.key());
        Set<String> known = pathway == null ? Set.of() : Set.copyOf(pathway.messages());
        for (Message message : review.all(Message.class)) {
            if (!message.getName().matches("[a-z][a-z-]*\\.[a-z][a-z-]*")) {
                refuse(
                        message.getId(),
                        "A message is named <pathway>.<past-tense-fact>, not “%s”.".formatted(message.getName()));
            }
            if (!referenced.contains(message)) {
                refuse(message.getId(), "No event uses the message “%s”.".formatted(message.getName()));
            }
            if (!known.contains(message.getName())) {
                refuse(message.getId(), "This pathway does not know the message “%s”.".formatted(message.getName()));
            }
        }
    }

    private void checkErrors() {
        var referenced = new HashSet<Error>();
        review.all(ErrorEventDefinition.class).forEach(definition -> referenced.add(definition.getError()));
        var pathway = review.words().pathways().get(review.key());
        Set<String> known = pathway == null ? Set.of() : Set.copyOf(pathway.errors());
        for (Error error : review.all(Error.class)) {
            if (!referenced.contains(error) || !known.contains(error.getErrorCode())) {
                refuse(error.getId(), "Nothing raises and catches the error “%s”.".formatted(error.getErrorCode()));
            }
        }
    }

    private void checkTimers() {
        review.all(TimeDate.class)
                .forEach(date -> ModelUnderReview.text(date)
                        .forEach(text -> ModelExpression.DUE
                                .match(text)
                                .map(matcher -> matcher.group("code"))
                                .filter(code -> !review.words().timescales().contains(code))
                                .ifPresent(code -> refuse(idOf(date), "There is no timescale “%s”.".formatted(code)))));
        review.all(TimeDuration.class).forEach(this::checkDuration);
        review.all(TimeCycle.class).forEach(this::checkDuration);
    }

    private void checkDuration(BpmnModelElementInstance timer) {
        try {
            new DurationHelper(timer.getTextContent().strip());
        } catch (Exception e) {
            refuse(
                    idOf(timer),
                    "Its timer “%s” is no duration."
                            .formatted(timer.getTextContent().strip()));
        }
    }

    private static String idOf(BpmnModelElementInstance inner) {
        var element = inner.getParentElement();
        while (element.getAttributeValue("id") == null || element.getAttributeValue("name") == null) {
            if (element.getParentElement() == null) {
                break;
            }
            element = element.getParentElement();
        }
        return element.getAttributeValue("id");
    }

    private void refuse(String element, String sentence) {
        findings.add(new Finding(element, sentence));
    }
}
