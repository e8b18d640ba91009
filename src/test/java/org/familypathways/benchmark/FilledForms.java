package org.familypathways.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.familypathways.engine.FormDefinition;
import org.familypathways.engine.FormField;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every form of every pathway, filled in with something that it accepts, and who fills it in. */
final class FilledForms {

    private static final String TEXT = "The family knows what the worry is and says what would help. ".repeat(5);
    private static final Map<String, String> WHO = Map.ofEntries(
            Map.entry("front-door-officer", "sam.lee"),
            Map.entry("front-door-manager", "grace.obi"),
            Map.entry("social-worker", "amina.khan"),
            Map.entry("team-manager", "tom.reid"),
            Map.entry("cp-chair", "helen.ward"),
            Map.entry("cp-admin", "raj.patel"),
            Map.entry("fgc-manager", "maria.silva"),
            Map.entry("fgc-coordinator", "ben.cole"),
            Map.entry("fgc-admin", "zoe.hart"),
            Map.entry("advocate", "dan.fox"),
            Map.entry("service-manager", "ruth.king"));

    private final Map<String, FormDefinition> forms = new HashMap<>();
    private final Map<String, String> workers = new HashMap<>();

    FilledForms() {
        for (Resource model : find("classpath*:bpmn/*.bpmn")) {
            read(parse(model));
        }
    }

    /** The account of whoever has the role that the step asks for. */
    String worker(String step) {
        return workers.getOrDefault(step, "sam.lee");
    }

    /** @param given what is to be answered just so */
    Map<String, Object> answers(String step, @Nullable Map<String, Object> given) {
        var answers = new LinkedHashMap<String, Object>();
        var form = forms.get(step);
        if (form != null) {
            form.fields().stream()
                    .filter(field -> field.rules().required())
                    .forEach(field -> answers.put(field.key(), answer(field)));
        }
        answers.putAll(given == null ? Map.of() : given);
        return answers;
    }

    boolean asks(String step, String question) {
        var form = forms.get(step);
        return form != null && form.field(question).isPresent();
    }

    private static Object answer(FormField field) {
        return switch (field.type()) {
            case "checkbox" -> true;
            case "number" -> 1;
            case "radio", "select" ->
                field.options().isEmpty() ? "" : field.options().get(0).value();
            case "checklist" ->
                field.options().stream().limit(2).map(FormField.Option::value).toList();
            case "datetime" ->
                "time".equals(field.subtype()) ? "10:00" : LocalDate.now().toString();
            case "dynamiclist" -> List.of();
            default ->
                field.rules().maxLength() == null
                        ? TEXT
                        : TEXT.substring(
                                0, Math.min(TEXT.length(), field.rules().maxLength()));
        };
    }

    private void read(BpmnModelInstance model) {
        for (Process pathway : model.getModelElementsByType(Process.class)) {
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String step = pathway.getId() + "/" + task.getId();
                addForm(step, task.getCamundaFormRef());
                workers.put(
                        step,
                        WHO.getOrDefault(task.getCamundaCandidateGroupsList().get(0), "sam.lee"));
            }
            for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
                addForm(pathway.getId() + "/" + start.getId(), start.getCamundaFormRef());
            }
        }
    }

    private void addForm(String step, @Nullable String form) {
        if (form != null) {
            var file = find("classpath*:forms/" + form.replace('.', '/') + ".form")[0];
            try {
                forms.put(step, FormDefinition.parse(file.getContentAsByteArray(), 0));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Resource[] find(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BpmnModelInstance parse(Resource model) {
        try (var content = model.getInputStream()) {
            return Bpmn.readModelFromStream(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
