package org.familypathways.tasklist.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the lists of tasks that everybody finds in Tasklist, with each start: what is missing is made, what is still as
 * we made it follows the application, and what an administrator has changed stays theirs. Each worker sees in them the
 * tasks that they may see.
 */
@Component
class ReadyLists {

    private static final long LOCK = 7_240_081;
    private static final int FIRST_PATHWAY = 50;

    private final FilterService filters;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    ReadyLists(FilterService filters, TaskService tasks, RepositoryService repository, JdbcClient jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void make() {
        // two nodes that start together look one after the other
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((rows, row) -> row)
                .list();
        var known = filters.createFilterQuery().list().stream()
                .filter(ReadyList::isReadyList)
                .toList();
        Stream.concat(everybodys().stream(), pathways().stream()).forEach(list -> make(list, known));
    }

    private void make(ReadyList list, List<Filter> known) {
        var before = known.stream().filter(list::is).findFirst();
        if (before.filter(filter -> !ReadyList.isStillOurs(filter)).isEmpty()) {
            Filter filter = before.orElseGet(() -> filters.newTaskFilter());
            list.writeTo(filter);
            filters.saveFilter(filter);
        }
    }

    private List<ReadyList> everybodys() {
        return List.of(
                new ReadyList(
                        "mine",
                        "My tasks",
                        "Tasks that you have claimed or been given",
                        10,
                        tasks().taskAssigneeExpression("${currentUser()}")),
                new ReadyList(
                        "team",
                        "My team’s tasks",
                        "Tasks that you can claim",
                        20,
                        tasks().taskCandidateUserExpression("${currentUser()}")),
                new ReadyList(
                        "this-week",
                        "Due this week",
                        "Tasks due from now until Sunday",
                        30,
                        tasks().dueAfterExpression("${now()}").dueBeforeExpression("${thisWeek.end()}")),
                new ReadyList(
                        "overdue",
                        "Overdue",
                        "Tasks that should have been done already",
                        40,
                        tasks().dueBeforeExpression("${now()}")));
    }

    private List<ReadyList> pathways() {
        var lists = new ArrayList<ReadyList>();
        repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .filter(this::isWorkOfPeople)
                .sorted(Comparator.comparing(ProcessDefinition::getName))
                .forEach(pathway -> lists.add(new ReadyList(
                        "pathway:" + pathway.getKey(),
                        pathway.getName(),
                        "Tasks of the pathway “%s”".formatted(pathway.getName()),
                        FIRST_PATHWAY + lists.size(),
                        tasks().processDefinitionKey(pathway.getKey()))));
        return lists;
    }

    private boolean isWorkOfPeople(ProcessDefinition pathway) {
        return !repository
                .getBpmnModelInstance(pathway.getId())
                .getModelElementsByType(UserTask.class)
                .isEmpty();
    }

    private TaskQuery tasks() {
        return tasks.createTaskQuery().active();
    }
}
