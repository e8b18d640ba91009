package org.familypathways.record.process;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.engine.SubmissionRefused;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the open cases of a family wait for, where their models let people report it. */
@Component
class ReportableEvents {

    private static final String WAITS = """
            select s.id_ as id, s.execution_id_ as execution_id, s.proc_inst_id_ as case_id, s.activity_id_ as step,
                   s.event_name_ as message, e.proc_def_id_ as definition_id
            from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.execution_id_
            where s.event_type_ = 'message' and exists (
              select from act_ru_variable v
              where v.proc_inst_id_ = s.proc_inst_id_ and v.name_ = 'familyId' and v.text_ = :family)
            """;

    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final AsTheSystem system;

    ReportableEvents(JdbcClient jdbc, @Lazy ProcessEngine engine, AsTheSystem system) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.system = system;
    }

    private record Wait(
            String id, String executionId, String caseId, String step, String message, String definitionId) {}

    List<ReportableEvent> of(String familyId) {
        var waits = jdbc.sql(WAITS).param("family", familyId).query(Wait.class).list();
        return system.run(() -> waits.stream()
                .flatMap(wait -> reportable(wait).stream())
                .sorted(Comparator.comparing(ReportableEvent::pathway)
                        .thenComparing(ReportableEvent::name)
                        .thenComparing(ReportableEvent::processInstanceId)
                        .thenComparing(ReportableEvent::reference))
                .toList());
    }

    /**
     * Lets the case go on with exactly what it waited for.
     *
     * @throws ReportRefused when nothing waits for it any more, or the case does not accept it
     */
    void tell(String familyId, String reference, Map<String, Object> variables) {
        Wait wait = jdbc.sql(WAITS + " and s.id_ = :id")
                .param("family", familyId)
                .param("id", reference)
                .query(Wait.class)
                .optional()
                .orElseThrow(ReportRefused::nothingWaits);
        try {
            system.run(() -> {
                engine.getRuntimeService().messageEventReceived(wait.message(), wait.executionId(), variables);
                return wait;
            });
        } catch (OptimisticLockingException | NullValueException somebodyWasFaster) {
            throw ReportRefused.nothingWaits();
        } catch (SubmissionRefused refused) {
            throw new ReportRefused(refused.getMessage());
        }
    }

    private Optional<ReportableEvent> reportable(Wait wait) {
        var model = engine.getRepositoryService().getBpmnModelInstance(wait.definitionId());
        return model.getModelElementById(wait.step()) instanceof FlowNode event && isSet(event, "reportable")
                ? Optional.of(reportable(wait, model, event))
                : Optional.empty();
    }

    private ReportableEvent reportable(Wait wait, BpmnModelInstance model, FlowNode event) {
        var about = engine.getRuntimeService()
                .getVariables(
                        wait.executionId(), List.of(CaseVariables.CHILD_ID.name(), CaseVariables.PERSON_ID.name()));
        String person = (String) about.get(CaseVariables.PERSON_ID.name());
        boolean asks = isSet(event, "aboutPerson");
        return new ReportableEvent(
                wait.id(),
                wait.caseId(),
                // not from the definition's id, which carries the key only while it is short
                engine.getRepositoryService()
                        .getProcessDefinition(wait.definitionId())
                        .getKey(),
                nameOf(model),
                wait.step(),
                event.getName() == null ? wait.step() : event.getName(),
                event.getDocumentations().stream()
                        .map(text -> text.getTextContent().strip())
                        .findFirst()
                        .orElse(""),
                asks,
                (String) about.get(CaseVariables.CHILD_ID.name()),
                asks ? null : person);
    }

    private static boolean isSet(FlowNode event, String property) {
        var extensions = event.getExtensionElements();
        return extensions != null
                && extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .anyMatch(each ->
                                property.equals(each.getCamundaName()) && "true".equals(each.getCamundaValue()));
    }

    private static String nameOf(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .map(Process::getName)
                .filter(name -> name != null)
                .findFirst()
                .orElse("");
    }
}
