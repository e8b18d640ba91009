package org.familypathways.demo.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.DemoMode;
import org.familypathways.engine.AsTheSystem;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Does under a demo worker's name what that worker would do in Tasklist, through the same doors. Works before the
 * application is ready, so nothing but these hands moves the cases, and joins the caller's transaction.
 */
@Component
@Conditional(DemoMode.class)
public class DemoHands {

    private static final String DELIVERY = "notification-delivery";

    private final ProcessEngine engine;
    private final AsTheSystem system;

    DemoHands(@Lazy ProcessEngine engine, AsTheSystem system) {
        this.engine = engine;
        this.system = system;
    }

    /**
     * Begins a pathway by its start form and takes every step that waits for nobody.
     *
     * @return the family that it is about
     */
    public String begin(String accountId, String pathwayKey, Map<String, Object> answers) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(pathwayKey)
                .latestVersion()
                .singleResult()
                .getId();
        String begun = as(
                accountId,
                () -> engine.getFormService()
                        .submitStartForm(definition, answers)
                        .getId());
        runJobs(engine.getManagementService()
                .createJobQuery()
                .processInstanceId(begun)
                .messages()
                .list());
        String familyId = (String) engine.getRuntimeService().getVariable(begun, "familyId");
        goOn(familyId);
        return familyId;
    }

    /** Completes every open task of that key about the family with the same answers. */
    public void complete(String accountId, String familyId, String taskKey, Map<String, Object> answers) {
        var open = tasks(familyId, taskKey);
        if (open.isEmpty()) {
            throw new IllegalStateException("No task %s is open for %s".formatted(taskKey, familyId));
        }
        for (Task task : open) {
            as(accountId, () -> {
                engine.getTaskService().claim(task.getId(), accountId);
                engine.getFormService().submitTaskForm(task.getId(), answers);
                return familyId;
            });
        }
        goOn(familyId);
    }

    /** Claims every open task of that key about the family and leaves it to be done. */
    public void claim(String accountId, String familyId, String taskKey) {
        tasks(familyId, taskKey)
                .forEach(task -> as(accountId, () -> {
                    engine.getTaskService().claim(task.getId(), accountId);
                    return familyId;
                }));
    }

    /** Anything else that this worker does. */
    public <T> T as(String accountId, Callable<T> work) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(accountId, null, List.of()));
        engine.getIdentityService().setAuthenticatedUserId(accountId);
        try {
            return system.run(work);
        } finally {
            engine.getIdentityService().clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }

    private List<Task> tasks(String familyId, String taskKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processVariableValueEquals("familyId", familyId)
                .taskDefinitionKey(taskKey)
                .list();
    }

    private void goOn(String familyId) {
        while (runJobs(waiting(familyId))) {
            // a step may lead to another that waits for nobody
        }
    }

    /** Deliveries of notifications stay for the time after the start. */
    private List<Job> waiting(String familyId) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .variableValueEquals("familyId", familyId)
                .list()
                .stream()
                .filter(open -> !open.getProcessDefinitionId().startsWith(DELIVERY + ":"))
                .flatMap(open -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(open.getId())
                        .messages()
                        .withRetriesLeft()
                        .list()
                        .stream())
                .toList();
    }

    private boolean runJobs(List<Job> jobs) {
        jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return !jobs.isEmpty();
    }
}
