package org.familypathways.documentation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.familypathways.access.PracticeRole;

/** One pathway as a page that people read: what the model says, in the order in which the picture shows it. */
final class PathwayPage {

    private final BpmnModelInstance model;
    private final UnaryOperator<String> timescale;
    private final Map<String, Double> position;
    private final StringBuilder page = new StringBuilder();

    private PathwayPage(BpmnModelInstance model, UnaryOperator<String> timescale) {
        this.model = model;
        this.timescale = timescale;
        this.position = model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(
                        shape -> shape.getBpmnElement().getId(),
                        shape -> shape.getBounds().getX(),
                        (first, second) -> first));
    }

    /** @param timescale says in words what the timescale of a code is */
    static String of(BpmnModelInstance model, UnaryOperator<String> timescale) {
        return new PathwayPage(model, timescale).write();
    }

    private String write() {
        Process process = all(Process.class).iterator().next();
        line("<!-- Made from bpmn/%s.bpmn; change the model, then see docs/pathways/README.md. -->", process.getId());
        line("# %s", process.getName());
        line("");
        line("%s", documentation(process));
        line("");
        line("![The pathway from left to right](%s.svg)", process.getId());
        starts();
        steps();
        choices();
        systemSteps();
        events();
        outcomes();
        return page.toString();
    }

    private void starts() {
        heading("How it begins");
        ordered(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .forEach(start -> line("- **%s**%s", label(start), sentence(documentation(start))));
    }

    private void steps() {
        var tasks = ordered(UserTask.class);
        if (tasks.isEmpty()) {
            return;
        }
        heading("What people do");
        line("| Step | Who | By when | What to do |");
        line("|---|---|---|---|");
        tasks.forEach(task -> line(
                "| %s | %s | %s | %s |", label(task), roles(task), due(task.getCamundaDueDate()), documentation(task)));
    }

    private static String roles(UserTask task) {
        return task.getCamundaCandidateGroupsList().stream()
                .map(role -> PracticeRole.of(role).orElseThrow().title())
                .collect(Collectors.joining(" or "));
    }

    private void choices() {
        var choices = ordered(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
        if (choices.isEmpty()) {
            return;
        }
        heading("Where the way divides");
        line("| Question | Answers |");
        line("|---|---|");
        choices.forEach(choice -> line(
                "| %s | %s |",
                label(choice),
                choice.getOutgoing().stream()
                        .map(flow -> "%s → %s".formatted(label(flow), target(flow)))
                        .collect(Collectors.joining("<br>"))));
    }

    private void systemSteps() {
        var steps = ordered(ServiceTask.class);
        var calls = ordered(CallActivity.class);
        if (steps.isEmpty() && calls.isEmpty()) {
            return;
        }
        heading("What the system does");
        steps.forEach(step -> line("- %s%s", label(step), sentence(documentation(step))));
        calls.forEach(call -> line("- %s: [%s](%s.md)", label(call), call.getCalledElement(), call.getCalledElement()));
    }

    private void events() {
        List<Event> events = ordered(Event.class).stream()
                .filter(event -> !(event instanceof StartEvent && event.getParentElement() instanceof Process))
                .filter(event -> !definitions(event).isEmpty())
                .toList();
        if (events.isEmpty()) {
            return;
        }
        heading("What may happen on the way");
        line("| Event | Kind | Meaning |");
        line("|---|---|---|");
        events.forEach(event -> line("| %s | %s | %s |", label(event), kind(event), documentation(event)));
    }

    private void outcomes() {
        heading("How it ends");
        ordered(EndEvent.class).stream()
                .filter(end -> end.getParentElement() instanceof Process)
                .forEach(end -> line("- **%s**%s", label(end), sentence(documentation(end))));
    }

    private String kind(Event event) {
        return definitions(event).stream()
                .map(definition -> kind(event, definition))
                .collect(Collectors.joining(", "));
    }

    private String kind(Event event, EventDefinition definition) {
        if (definition instanceof TimerEventDefinition) {
            return "time: " + due(definition.getTextContent().strip());
        }
        if (definition instanceof MessageEventDefinition message) {
            boolean reported = isReportable(event);
            String how = event instanceof ThrowEvent ? "tells" : reported ? "reported on the family's record" : "hears";
            return "%s: `%s`".formatted(how, message.getMessage().getName());
        }
        return definition.getElementType().getTypeName().replace("EventDefinition", "");
    }

    private static boolean isReportable(Event event) {
        return event.getExtensionElements() != null
                && event.getExtensionElements().getElements().stream()
                        .flatMap(element -> element.getChildElementsByType(CamundaProperty.class).stream())
                        .anyMatch(property -> "reportable".equals(property.getCamundaName()));
    }

    private static Collection<EventDefinition> definitions(Event event) {
        return event instanceof CatchEvent caught
                ? caught.getEventDefinitions()
                : ((ThrowEvent) event).getEventDefinitions();
    }

    private String due(String expression) {
        if (expression == null) {
            return "";
        }
        var code = java.util.regex.Pattern.compile("'([^']+)'").matcher(expression);
        return code.find() ? timescale.apply(code.group(1)) : "`%s`".formatted(expression);
    }

    private static String target(SequenceFlow flow) {
        return flow.getTarget().getName() == null || flow.getTarget().getName().isBlank()
                ? "on"
                : label(flow.getTarget());
    }

    private static String label(FlowElement element) {
        String name = element.getName() == null ? element.getId() : element.getName();
        return name.replaceAll("\\s+", " ").strip();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .map(text -> text.replaceAll("\\s+", " ").strip().replace("|", "\\|"))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String documentation) {
        return documentation.isEmpty() ? "" : " – " + documentation;
    }

    private <T extends FlowElement> List<T> ordered(Class<T> type) {
        return all(type).stream()
                .sorted(Comparator.comparingDouble((T element) -> position.getOrDefault(element.getId(), 0.0))
                        .thenComparing(FlowElement::getId))
                .toList();
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private void heading(String text) {
        line("");
        line("## %s", text);
        line("");
    }

    private void line(String format, Object... values) {
        page.append(values.length == 0 ? format : format.formatted(values)).append('\n');
    }
}
