package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.CompletionCondition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** How work finds its way: conditions on declared variables, a default at every choice, messages that somebody knows. */
final class RoutingConventions {

    /** {@code R/P7D}, {@code R5/PT12H}: nothing that would come round all the time. */
    private static final Pattern CYCLE = Pattern.compile("R\\d{0,3}/P(?:[1-9]\\d{0,2}[DWMY]|T[1-9]\\d{0,2}H)");

    private final ModelUnderReview review;
    private final List<Finding> findings = new ArrayList<>();

    private RoutingConventions(ModelUnderReview review) {
        this.review = review;
    }

    static List<Finding> check(ModelUnderReview review) {
        var conventions = new RoutingConventions(review);
        Set<String> declared = review.declaredVariables();
        review.all(ConditionExpression.class).forEach(condition -> conventions.checkCondition(condition, declared));
        review.all(CompletionCondition.class).forEach(condition -> conventions.checkCondition(condition, declared));
        review.all(ExclusiveGateway.class).forEach(gateway -> conventions.checkDefault(gateway, gateway.getDefault()));
        review.all(InclusiveGateway.class).forEach(gateway -> conventions.checkDefault(gateway, gateway.getDefault()));
        review.all(ParallelGateway.class).forEach(conventions::checkJoin);
        review.all(InclusiveGateway.class).forEach(conventions::checkJoin);
        conventions.checkMessages();
        conventions.checkErrors();
        conventions.checkTimers();
        return conventions.findings;
    }

    private void checkCondition(BpmnModelElementInstance condition, Set<String> declared) {
        String id = idOf(condition);
        ModelUnderReview.text(condition)
                .forEach(text -> ModelExpression.CONDITION
                        .match(text)
                        .ifPresentOrElse(
                                known -> checkVariable(id, known, declared),
                                () -> refuse(
                                        id,
                                        "A condition is a yes-or-no variable, its opposite, or a code; not %s."
                                                .formatted(text))));
    }

    private void checkVariable(String id, Matcher condition, Set<String> declared) {
        String flag = condition.group("flag");
        String variable = flag == null ? condition.group("variable") : flag;
        if (!declared.contains(variable)) {
            refuse(id, "It asks for “%s”, which nothing in this pathway declares.".formatted(variable));
        }
        var codes = review.codesOf(variable);
        if (codes.isEmpty()) {
            return;
        }
        if (flag != null) {
            refuse(id, "“%s” is answered by a choice, so the condition must name the choice.".formatted(variable));
        } else if (!codes.contains(condition.group("code"))) {
            refuse(id, "Nobody can answer “%s” with “%s”.".formatted(variable, condition.group("code")));
        }
    }

    private void checkDefault(Gateway gateway, @Nullable SequenceFlow defaultFlow) {
        if (gateway.getOutgoing().size() > 1 && defaultFlow == null) {
            refuse(gateway.getId(), "It has no default way out, so a case could get stuck here.");
        }
    }

    /** Ways that were meant as alternatives would wait for each other for ever, unseen in the picture. */
    private void checkJoin(Gateway gateway) {
        if (gateway.getIncoming().size() > 1 && gateway.getOutgoing().size() > 1) {
            refuse(gateway.getId(), "It waits for several ways and opens several: use one gateway for each.");
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
        review.all(TimeCycle.class).forEach(this::checkCycle);
    }

    private void checkDuration(TimeDuration timer) {
        String text = timer.getTextContent().strip();
        try {
            new DurationHelper(text);
        } catch (Exception e) {
            refuse(idOf(timer), "Its timer “%s” is no duration.".formatted(text));
        }
    }

    private void checkCycle(TimeCycle timer) {
        String text = timer.getTextContent().strip();
        if (!CYCLE.matcher(text).matches()) {
            refuse(idOf(timer), "Its timer “%s” does not repeat after hours, days, weeks or months.".formatted(text));
        }
    }

    private static String idOf(ModelElementInstance inner) {
        var element = inner;
        while (element.getParentElement() != null && !(element instanceof FlowElement)) {
            element = element.getParentElement();
        }
        return element.getAttributeValue("id");
    }

    private void refuse(String element, String sentence) {
        findings.add(new Finding(element, sentence));
    }
}
