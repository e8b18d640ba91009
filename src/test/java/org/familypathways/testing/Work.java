package org.familypathways.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What people do in Tasklist, and what time does, on the real engine. A worker claims and completes under their own
 * name and with their own rights, through the same door as Tasklist.
 */
@Component
public class Work {

    private final ProcessEngine engine;

    Work(ProcessEngine engine) {
        this.engine = engine;
    }

    public Worker as(String accountId) {
        return new Worker(accountId);
    }

    /** The open task of that key in the case; fails when there is none or more than one. */
    public Task task(String processInstanceId, String taskKey) {
        var tasks = tasks(processInstanceId, taskKey);
        assertThat(tasks).as("open tasks %s", taskKey).hasSize(1);
        return tasks.get(0);
    }

    public List<Task> tasks(String processInstanceId, String taskKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(taskKey)
                .list();
    }

    public List<String> openTaskKeys(String processInstanceId) {
        return engine.getTaskService().createTaskQuery().processInstanceId(processInstanceId).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Runs every job of the case that waits for nothing but a free hand, until none is left. */
    public void runJobs(String processInstanceId) {
        List<Job> jobs = messages(processInstanceId);
        for (int round = 0; !jobs.isEmpty(); round++) {
            assertThat(round).as("rounds of jobs").isLessThan(50);
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            jobs = messages(processInstanceId);
        }
    }

    private List<Job> messages(String processInstanceId) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .messages()
                .withRetriesLeft()
                .list();
    }

    /** Lets the timer of that event fire; fails when it is not waiting. */
    public void fireTimer(String processInstanceId, String eventId) {
        var timers = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .activityId(eventId)
                .timers()
                .list();
        assertThat(timers).as("waiting timer %s", eventId).isNotEmpty();
        engine.getManagementService().executeJob(timers.get(0).getId());
    }

    public boolean hasEnded(String processInstanceId) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .count()
                == 0;
    }

    /** The end events that the case reached, in order. */
    public List<String> endEvents(String processInstanceId) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(processInstanceId)
                .orderByHistoricActivityInstanceEndTime()
                .asc()
                .list()
                .stream()
                .filter(activity -> activity.getActivityType().toLowerCase().contains("endevent"))
                .map(activity -> activity.getActivityId())
                .toList();
    }

    public final class Worker {

        private final String accountId;

        private Worker(String accountId) {
            this.accountId = accountId;
        }

        /** Claims the one open task of that key and completes it with these answers. */
        public void complete(String processInstanceId, String taskKey, Map<String, Object> answers) {
            complete(task(processInstanceId, taskKey), answers);
        }

        public void complete(Task task, Map<String, Object> answers) {
            signedIn(() -> {
                engine.getTaskService().claim(task.getId(), accountId);
                engine.getFormService().submitTaskForm(task.getId(), answers);
                return true;
            });
        }

        /** Completes a task that is in the worker's hands already. */
        public void finish(Task task, Map<String, Object> answers) {
            signedIn(() -> {
                engine.getFormService().submitTaskForm(task.getId(), answers);
                return true;
            });
        }

        public void claim(Task task) {
            signedIn(() -> {
                engine.getTaskService().claim(task.getId(), accountId);
                return true;
            });
        }

        /** Begins a pathway by its start form, as from Tasklist's "Begin a case". */
        public String start(String pathwayKey, Map<String, Object> answers) {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(pathwayKey)
                    .latestVersion()
                    .singleResult()
                    .getId();
            return signedIn(() ->
                    engine.getFormService().submitStartForm(definition, answers).getId());
        }

        /** Anything else that happens while this worker is signed in. */
        public <T> T signedIn(Supplier<T> work) {
            var identity = engine.getIdentityService();
            var groups = identity.createGroupQuery().groupMember(accountId).list().stream()
                    .map(Group::getId)
                    .toList();
            var before = SecurityContextHolder.getContext();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new TestingAuthenticationToken(accountId, null, List.of()));
            SecurityContextHolder.setContext(context);
            identity.setAuthentication(accountId, groups);
            try {
                return work.get();
            } finally {
                identity.clearAuthentication();
                SecurityContextHolder.setContext(before);
            }
        }
    }
}
