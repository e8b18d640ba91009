package org.familypathways.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * People who take a family through a journey, each by claiming and completing a task as Tasklist lets them. What they
 * look up between two tasks, and the deliveries that follow, count as well.
 */
abstract class Department {

    final ProcessEngine engine;
    private final Map<String, String> pathways = new ConcurrentHashMap<>();

    Department(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The name of a step, {@code <pathway>/<activity>}; two pathways may call theirs the same. */
    final String step(String processDefinitionId, String activityId) {
        String pathway = pathways.computeIfAbsent(
                processDefinitionId,
                id -> engine.getRepositoryService().getProcessDefinition(id).getKey());
        return pathway + "/" + activityId;
    }

    final String step(Task task) {
        return step(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    /** @return a family to whom it can happen; empty when the journey itself brings the family in */
    abstract String prepare(Journey journey);

    /** @return the family's reference in the case */
    abstract String begin(Journey journey, String preparedFamilyId);

    abstract Map<String, Object> answers(Journey journey, Task task);

    abstract void signedIn(String step, Work work);

    interface Work {
        void as(String accountId);
    }

    /** Takes as many families there as were prepared, and delivers what is to be delivered. */
    void walk(Journey journey, List<String> prepared, Hands hands) {
        hands.share(prepared, family -> walk(journey, family));
        deliver(hands);
    }

    private void walk(Journey journey, String prepared) {
        String familyId = begin(journey, prepared);
        var cases = new ArrayList<String>();
        for (String pathway : journey.pathways()) {
            cases.add(caseOf(familyId, pathway));
            workOn(journey, cases.get(cases.size() - 1));
        }
        cases.forEach(this::requireEnded);
    }

    private String caseOf(String familyId, String pathway) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(pathway)
                .variableValueEquals("familyId", familyId)
                .singleResult()
                .getId();
    }

    private void workOn(Journey journey, String processInstanceId) {
        var timers = journey.timers().iterator();
        var tasks = tasks(processInstanceId);
        while (!tasks.isEmpty() || timers.hasNext() && timePasses(timers.next(), processInstanceId)) {
            tasks.forEach(task -> complete(task, answers(journey, task)));
            tasks = tasks(processInstanceId);
        }
    }

    private List<Task> tasks(String processInstanceId) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .list();
    }

    void complete(Task task, Map<String, Object> answers) {
        signedIn(step(task), account -> {
            engine.getTaskService().claim(task.getId(), account);
            engine.getFormService().submitTaskForm(task.getId(), answers);
        });
    }

    private boolean timePasses(String timer, String processInstanceId) {
        engine.getManagementService()
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .activityId(timer)
                .list()
                .forEach(this::execute);
        return true;
    }

    private void requireEnded(String processInstanceId) {
        if (engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .count()
                > 0) {
            throw new IllegalStateException("The journey stopped half way: "
                    + engine.getRuntimeService().getActiveActivityIds(processInstanceId));
        }
    }

    /** Delivers whatever is to be delivered, with as many hands. */
    private void deliver(Hands hands) {
        for (var jobs = messages(); !jobs.isEmpty(); jobs = messages()) {
            var round = jobs;
            hands.share(IntStream.range(0, round.size()).boxed().toList(), number -> execute(round.get(number)));
        }
    }

    private List<Job> messages() {
        return engine.getManagementService()
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .listPage(0, 500);
    }

    private void execute(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }
}
