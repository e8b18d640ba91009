package org.familypathways.timescale.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.PERSON_ID;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.timescale.CaseWork;
import org.familypathways.timescale.StatutoryClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The tasks and timers of a clock. Nothing is kept about them: the model says which of them name the clock's code, and
 * the engine knows which of them wait.
 */
@Component
class ClockedTasks implements CaseWork {

    private static final List<String> ABOUT = List.of(CHILD_ID.name(), PERSON_ID.name());

    private final ProcessEngine engine;
    private final MissedTimescales missed;
    private final AsTheSystem system;

    ClockedTasks(@Lazy ProcessEngine engine, MissedTimescales missed, AsTheSystem system) {
        this.engine = engine;
        this.missed = missed;
        this.system = system;
    }

    @Override
    public void move(StatutoryClock clock) {
        system.run(() -> {
            for (Task task : tasks(clock)) {
                UserTask element = element(task);
                dated(element.getCamundaDueDate(), clock).ifPresent(task::setDueDate);
                dated(element.getCamundaFollowUpDate(), clock).ifPresent(task::setFollowUpDate);
                engine.getTaskService().saveTask(task);
            }
            moveTimers(clock);
            return true;
        });
    }

    private void moveTimers(StatutoryClock clock) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(clock.subject().processInstanceId())
                .singleResult();
        if (instance == null) {
            return;
        }
        for (CatchEvent event : model(instance.getProcessDefinitionId()).getModelElementsByType(CatchEvent.class)) {
            timeOf(event)
                    .flatMap(expression -> dated(expression, clock))
                    .ifPresent(date -> timers(clock, event)
                            .forEach(job -> engine.getManagementService().setJobDuedate(job.getId(), date)));
        }
    }

    private List<Job> timers(StatutoryClock clock, CatchEvent event) {
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(clock.subject().processInstanceId())
                .activityId(event.getId())
                .timers()
                .list()
                .stream()
                .filter(job ->
                        isAbout(clock, () -> engine.getRuntimeService().getVariables(job.getExecutionId(), ABOUT)))
                .toList();
    }

    @Override
    public void raise(StatutoryClock clock, int priority) {
        system.run(() -> {
            tasks(clock).stream()
                    .filter(task -> task.getPriority() < priority)
                    .forEach(task -> engine.getTaskService().setPriority(task.getId(), priority));
            return true;
        });
    }

    @Override
    public void setPriority(StatutoryClock clock, int priority) {
        system.run(() -> {
            tasks(clock).forEach(task -> engine.getTaskService().setPriority(task.getId(), priority));
            return true;
        });
    }

    @Override
    public Optional<String> worker(StatutoryClock clock) {
        return system.run(() -> tasks(clock).stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .findFirst());
    }

    @Override
    public void askForExplanation(StatutoryClock clock) {
        missed.begin(clock, worker(clock).orElse(null));
    }

    @Override
    public void withdrawExplanation(StatutoryClock clock) {
        missed.end(clock);
    }

    private List<Task> tasks(StatutoryClock clock) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(clock.subject().processInstanceId())
                .list()
                .stream()
                .filter(task -> follows(task, clock.rule().code()))
                .filter(task -> isAbout(clock, () -> engine.getTaskService().getVariables(task.getId(), ABOUT)))
                .toList();
    }

    private boolean follows(Task task, String code) {
        UserTask element = element(task);
        return ClockReference.in(element.getCamundaDueDate(), code).isPresent()
                || ClockReference.in(element.getCamundaFollowUpDate(), code).isPresent()
                || ClockProperties.meets(element).contains(code);
    }

    /** In a step that is repeated for each child or person, a clock of one of them is not that of the others. */
    private static boolean isAbout(StatutoryClock clock, Supplier<Map<String, Object>> variables) {
        if (clock.subject().childId() == null && clock.subject().personId() == null) {
            return true;
        }
        var known = variables.get();
        return isSame(clock.subject().childId(), known.get(CHILD_ID.name()))
                && isSame(clock.subject().personId(), known.get(PERSON_ID.name()));
    }

    private static boolean isSame(@Nullable String reference, @Nullable Object known) {
        return reference == null || known == null || reference.equals(known);
    }

    private static Optional<Date> dated(@Nullable String expression, StatutoryClock clock) {
        return ClockReference.in(expression, clock.rule().code()).map(reference -> reference.dateOf(clock));
    }

    private UserTask element(Task task) {
        return model(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey());
    }

    private BpmnModelInstance model(String processDefinitionId) {
        return engine.getRepositoryService().getBpmnModelInstance(processDefinitionId);
    }

    private static Optional<String> timeOf(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .map(TimerEventDefinition::getTimeDate)
                .filter(Objects::nonNull)
                .map(time -> time.getTextContent())
                .findFirst();
    }
}
