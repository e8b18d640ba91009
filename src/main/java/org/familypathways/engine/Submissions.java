package org.familypathways.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Where every completed form passes: it is held against its form, kept whole as an entry of the family's record, and
 * only the answers that route the work go on to the engine, all in one transaction. What is refused stays its author's
 * draft.
 */
@Component
class Submissions {

    private static final int LONGEST_ONCE = 100;

    private static final ThreadLocal<StartSubmission> STARTING = new ThreadLocal<>();

    private final ObjectProvider<SubmissionStore> store;
    private final FormCheck check;
    private final RoutingVariables routing;
    private final DeployedForms forms = new DeployedForms();

    Submissions(ObjectProvider<SubmissionStore> store, ObjectProvider<Pathway> pathways, Feel feel) {
        this.store = store;
        this.check = new FormCheck(feel);
        this.routing = new RoutingVariables(pathways);
    }

    /** @param complete completes the task in the engine with the variables it is given */
    <T> T completing(
            CommandExecutor executor,
            String taskId,
            @Nullable Map<String, Object> submitted,
            Function<Map<String, Object>, T> complete) {
        try {
            return Refusals.plainly(
                    () -> executor.execute(context -> complete.apply(accepted(context, taskId, submitted))));
        } catch (OptimisticLockingException | DuplicateKeyException e) {
            keepDraft(executor, taskId, submitted);
            throw new SubmissionRefused(executor.execute(context -> whoWasFaster(context, taskId)));
        } catch (SubmissionRefused refused) {
            keepDraft(executor, taskId, submitted);
            throw refused;
        }
    }

    /**
     * @param once what names the handing in of this form; the case that began with it is the answer to the second
     * @param start begins the case in the engine with the variables it is given
     */
    ProcessInstance starting(
            CommandExecutor executor,
            String processDefinitionId,
            @Nullable String once,
            @Nullable Map<String, Object> submitted,
            Function<Map<String, Object>, ProcessInstance> start) {
        try {
            return executor.execute(context -> started(context, processDefinitionId, once, submitted, start));
        } catch (SubmissionRefused refused) {
            keepStartDraft(executor, processDefinitionId, submitted);
            throw refused;
        }
    }

    private ProcessInstance started(
            CommandContext context,
            String processDefinitionId,
            @Nullable String once,
            @Nullable Map<String, Object> submitted,
            Function<Map<String, Object>, ProcessInstance> start) {
        var definition = DeployedForms.definition(context, processDefinitionId);
        context.getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(checker -> checker.checkCreateProcessInstance(definition));
        var form = forms.ofStart(context, processDefinitionId);
        var answers = checked(form, Answers.plain(submitted), Map.of());
        var starting = form.map(asked -> new StartSubmission(asked, named(once), author(context), answers));
        var begun = starting.flatMap(known -> begunBefore(context, definition, known));
        if (begun.isPresent()) {
            return begun.get();
        }
        starting.ifPresent(STARTING::set);
        try {
            return start.apply(routed(context, processDefinitionId, form, answers));
        } finally {
            STARTING.remove();
        }
    }

    private static @Nullable String named(@Nullable String once) {
        if (once != null && once.length() > LONGEST_ONCE) {
            throw new SubmissionRefused("The business key must have at most %d characters.".formatted(LONGEST_ONCE));
        }
        return once == null || once.isBlank() ? null : once;
    }

    private Optional<ProcessInstance> begunBefore(
            CommandContext context, ProcessDefinitionEntity definition, StartSubmission starting) {
        if (starting.once() == null) {
            return Optional.empty();
        }
        var startForm =
                starting.of(definition.getKey(), null, definition.getInitial().getActivityId());
        return store.getObject().begunWith(startForm).map(begun -> {
            ProcessInstance running = context.getExecutionManager().findExecutionById(begun);
            if (running == null) {
                throw new SubmissionRefused("This form was handed in already, and its case is over.");
            }
            return running;
        });
    }

    /** Keeps the start form as soon as the case has an id, before its first step looks for it. */
    void keepStartForm(String pathwayKey, String processInstanceId, String startEventId) {
        StartSubmission starting = STARTING.get();
        if (starting != null) {
            STARTING.remove();
            store.getObject().keep(starting.of(pathwayKey, processInstanceId, startEventId));
        }
    }

    private Map<String, Object> accepted(
            CommandContext context, String taskId, @Nullable Map<String, Object> submitted) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new SubmissionRefused(whyGone(context, taskId));
        }
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        var form = forms.ofTask(context, task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        var answers = checked(form, Answers.plain(submitted), variables(task));
        form.ifPresent(asked -> store.getObject().keep(submission(context, task, asked, answers)));
        return routed(context, task.getProcessDefinitionId(), form, answers);
    }

    private Map<String, Object> checked(
            Optional<FormDefinition> form, Map<String, Object> answers, Map<String, Object> known) {
        if (form.isPresent()) {
            return check.accept(form.get(), answers, known);
        }
        if (!answers.isEmpty()) {
            throw new SubmissionRefused("This step has no form, so it takes no answers.");
        }
        return answers;
    }

    private Map<String, Object> routed(
            CommandContext context,
            String processDefinitionId,
            Optional<FormDefinition> form,
            Map<String, Object> answers) {
        var variables = new LinkedHashMap<String, Object>();
        form.ifPresent(asked -> {
            var declared = routing.of(context, processDefinitionId);
            asked.fields().stream()
                    .filter(field -> !field.isFreeText() && declared.contains(field.key()))
                    .forEach(field -> variables.put(field.key(), answers.get(field.key())));
        });
        return variables;
    }

    private void keepDraft(CommandExecutor executor, String taskId, @Nullable Map<String, Object> submitted) {
        Command<@Nullable Void> keep = context -> {
            var answers = Answers.plain(submitted);
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null) {
                forms.ofTask(context, task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                        .ifPresent(form -> store.getObject().keepAsDraft(submission(context, task, form, answers)));
                return null;
            }
            HistoricTaskInstanceEntity past = past(context, taskId);
            if (past != null) {
                forms.ofTask(context, past.getProcessDefinitionId(), past.getTaskDefinitionKey())
                        .ifPresent(form -> store.getObject().keepAsDraft(submission(context, past, form, answers)));
            }
            return null;
        };
        executor.execute(keep);
    }

    private void keepStartDraft(
            CommandExecutor executor, String processDefinitionId, @Nullable Map<String, Object> submitted) {
        Command<@Nullable Void> keep = context -> {
            var definition = DeployedForms.definition(context, processDefinitionId);
            forms.ofStart(context, processDefinitionId).ifPresent(form -> {
                var refused = new StartSubmission(form, null, author(context), Answers.plain(submitted));
                store.getObject()
                        .keepAsDraft(refused.of(
                                definition.getKey(),
                                null,
                                definition.getInitial().getActivityId()));
            });
            return null;
        };
        executor.execute(keep);
    }

    private static String whoWasFaster(CommandContext context, String taskId) {
        return context.getTaskManager().findTaskById(taskId) == null
                ? whyGone(context, taskId)
                : "Somebody else changed this task at the same moment. What you typed is kept as your draft: open the"
                        + " task again and look before you complete it.";
    }

    private static String whyGone(CommandContext context, String taskId) {
        HistoricTaskInstanceEntity past = past(context, taskId);
        if (past == null) {
            return "This task does not exist any more.";
        }
        return past.getAssignee() == null
                        || past.getDeleteReason() != null && !"completed".equals(past.getDeleteReason())
                ? "This task is no longer needed: the case has moved on."
                : "This task was already completed by %s.".formatted(past.getAssignee());
    }

    private static @Nullable HistoricTaskInstanceEntity past(CommandContext context, String taskId) {
        return context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
    }

    private static Submission submission(
            CommandContext context, TaskEntity task, FormDefinition form, Map<String, Object> answers) {
        var known = variables(task);
        return new Submission(
                pathwayKey(context, task.getProcessDefinitionId()),
                task.getProcessInstanceId(),
                task.getId(),
                task.getTaskDefinitionKey(),
                form.id(),
                form.version(),
                (String) known.get(PathwayStarts.FAMILY),
                (String) known.get("childId"),
                (String) known.get("personId"),
                author(context),
                answers);
    }

    private static Submission submission(
            CommandContext context, HistoricTaskInstanceEntity past, FormDefinition form, Map<String, Object> answers) {
        return new Submission(
                pathwayKey(context, past.getProcessDefinitionId()),
                past.getProcessInstanceId(),
                past.getId(),
                past.getTaskDefinitionKey(),
                form.id(),
                form.version(),
                null,
                null,
                null,
                author(context),
                answers);
    }

    /** Those of the step and of its case; a task has none of its own here, so nobody need look for them. */
    private static Map<String, Object> variables(TaskEntity task) {
        return task.getExecution().getVariables();
    }

    private static String pathwayKey(CommandContext context, String processDefinitionId) {
        return DeployedForms.definition(context, processDefinitionId).getKey();
    }

    private static String author(CommandContext context) {
        String account = context.getAuthenticatedUserId();
        return account == null ? "system" : account;
    }

    private record StartSubmission(
            FormDefinition form, @Nullable String once, String author, Map<String, Object> answers) {

        Submission of(String pathwayKey, @Nullable String processInstanceId, String startEventId) {
            return new Submission(
                    pathwayKey,
                    processInstanceId,
                    null,
                    once,
                    startEventId,
                    form.id(),
                    form.version(),
                    null,
                    null,
                    null,
                    author,
                    answers);
        }
    }
}
