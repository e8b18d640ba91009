package org.familypathways.tasklist.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.StockEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/**
 * Our statements find the very tasks that the engine's own find, for whoever asks and whatever they ask. The tasks, the
 * rights and the questions are random; they are gone when the test is over.
 */
@ApplicationTest
@Transactional
class SameTasksTest {

    private static final int QUESTIONS = 120;
    private static final int ALL = 2_000;

    @Autowired
    private ProcessEngine ours;

    @Autowired
    private DataSource database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private RandomTasks tasks;

    private ProcessEngine stock;
    private List<String> people;
    private List<String> groups;
    private List<String> pathways;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeEach
    void fill() {
        stock = StockEngine.beside(ours, database, transactions);
        people = ours.getIdentityService().createUserQuery().listPage(0, ALL).stream()
                .map(User::getId)
                .toList();
        groups = people.stream()
                .flatMap(person -> groupsOf(person).stream())
                .distinct()
                .toList();
        pathways = tasks.pathways();
        tasks.fill(seed, people, groups);
    }

    @AfterEach
    void close() {
        engines().forEach(engine -> engine.getIdentityService().clearAuthentication());
        stock.close();
    }

    @Test
    void any_question_finds_the_same_tasks_in_the_same_order() {
        assertThat(differencesAreLookedFor()).as("tasks found, seed %d", seed).isGreaterThan(QUESTIONS);
    }

    @Test
    void any_question_finds_the_same_tasks_where_rights_can_be_revoked() {
        var configuration = (ProcessEngineConfigurationImpl) ours.getProcessEngineConfiguration();
        var itsOwn = (ProcessEngineConfigurationImpl) stock.getProcessEngineConfiguration();
        String before = configuration.getAuthorizationCheckRevokes();
        try {
            Stream.of(configuration, itsOwn).forEach(engine -> engine.setAuthorizationCheckRevokes("always"));

            assertThat(differencesAreLookedFor())
                    .as("tasks found, seed %d", seed)
                    .isGreaterThan(QUESTIONS);
        } finally {
            Stream.of(configuration, itsOwn).forEach(engine -> engine.setAuthorizationCheckRevokes(before));
        }
    }

    @Test
    void everybody_finds_the_same_tasks_in_every_list() {
        tasks.leaveOnlyTasksOfPathways();
        var lists = ours.getFilterService().createFilterQuery().listPage(0, ALL);
        assertThat(lists).hasSizeGreaterThan(4);
        int found = 0;
        for (String person : people) {
            signIn(person);
            for (var list : lists) {
                var expected = stock.getFilterService().<Task>listPage(list.getId(), 0, ALL);
                var shown = ours.getFilterService().<Task>listPage(list.getId(), 0, ALL);
                String what = "%s of %s, seed %d".formatted(list.getName(), person, seed);
                assertThat(ids(shown)).as(what).containsExactlyInAnyOrderElementsOf(ids(expected));
                assertThat(urgency(shown)).as(what).isEqualTo(urgency(expected));
                assertThat(ours.getFilterService().count(list.getId())).as(what).isEqualTo((long) expected.size());
                found += shown.size();
            }
        }
        assertThat(found).as("tasks found, seed %d", seed).isGreaterThan(QUESTIONS);
    }

    @Test
    void no_task_is_shown_on_two_pages_of_a_list_or_on_none() {
        signIn(people.get(0));
        var all = new ArrayList<String>();
        for (int first = 0; first < ALL; first += 7) {
            all.addAll(ids(ours.getTaskService()
                    .createTaskQuery()
                    .orderByTaskPriority()
                    .desc()
                    .listPage(first, 7)));
        }

        assertThat(all)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        ids(stock.getTaskService().createTaskQuery().listPage(0, ALL)));
    }

    @Test
    void an_engine_whose_statement_is_not_the_one_we_know_does_not_start() {
        var configuration = (ProcessEngineConfigurationImpl) stock.getProcessEngineConfiguration();
        var statement = configuration
                .getSqlSessionFactory()
                .getConfiguration()
                .getSqlFragments()
                .get("org.camunda.bpm.engine.impl.persistence.entity.TaskEntity.selectTaskByQueryCriteriaSql")
                .getNode();
        while (statement.getFirstChild() != null) {
            statement.removeChild(statement.getFirstChild());
        }

        assertThatThrownBy(() -> TaskStatements.replaceIn(configuration))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not know");
    }

    /** @return how many tasks the questions found in all; a question that finds nothing proves little */
    private int differencesAreLookedFor() {
        int found = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            String person = any(people);
            signIn(person);
            var asked = question();
            List<String> expected;
            try {
                expected = ids(ask(stock, asked).listPage(0, ALL));
            } catch (ProcessEngineException refused) {
                continue;
            }
            String what = "question %d of %s, seed %d".formatted(question, person, seed);
            assertThat(ids(ask(ours, asked).listPage(0, ALL))).as(what).isEqualTo(expected);
            assertThat(ask(ours, asked).count())
                    .as(what)
                    .isEqualTo(ask(stock, asked).count());
            int first = random.nextInt(20);
            assertThat(ids(ask(ours, asked).listPage(first, 15)))
                    .as(what)
                    .isEqualTo(
                            expected.subList(Math.min(first, expected.size()), Math.min(first + 15, expected.size())));
            found += expected.size();
        }
        return found;
    }

    private static TaskQuery ask(ProcessEngine engine, List<Consumer<TaskQuery>> question) {
        TaskQuery query = engine.getTaskService().createTaskQuery();
        for (var part : question) {
            part.accept(query);
        }
        return query;
    }

    /** Some conditions, sometimes one or two choices between conditions, and an order without ties. */
    private List<Consumer<TaskQuery>> question() {
        var parts = new ArrayList<Consumer<TaskQuery>>();
        conditions(random.nextInt(3), parts);
        for (int choice = random.nextInt(3); choice > 0 && random.nextBoolean(); choice--) {
            var alternatives = new ArrayList<Consumer<TaskQuery>>();
            conditions(1 + random.nextInt(3), alternatives);
            parts.add(query -> {
                TaskQuery or = query.or();
                alternatives.forEach(alternative -> alternative.accept(or));
                or.endOr();
            });
        }
        for (int order = random.nextInt(3); order > 0; order--) {
            parts.add(order());
        }
        parts.add(query -> query.orderByTaskId().asc());
        return parts;
    }

    private void conditions(int number, List<Consumer<TaskQuery>> parts) {
        for (int i = 0; i < number; i++) {
            parts.add(condition());
        }
    }

    private Consumer<TaskQuery> condition() {
        String person = any(people);
        String other = any(people);
        String group = any(groups);
        var some = List.of(any(groups), any(groups), any(groups));
        String name = "Task " + random.nextInt(5);
        Date day = new Date(System.currentTimeMillis() + (random.nextInt(60) - 30) * 86_400_000L);
        String task = RandomTasks.id(random.nextInt(RandomTasks.NUMBER));
        String pathway = any(pathways);
        String second = any(pathways);
        List<Consumer<TaskQuery>> known = List.of(
                TaskQuery::active,
                TaskQuery::suspended,
                TaskQuery::taskAssigned,
                TaskQuery::taskUnassigned,
                TaskQuery::withCandidateGroups,
                TaskQuery::withoutCandidateGroups,
                TaskQuery::withCandidateUsers,
                TaskQuery::withoutCandidateUsers,
                TaskQuery::includeAssignedTasks,
                TaskQuery::withoutDueDate,
                TaskQuery::excludeSubtasks,
                TaskQuery::withoutTenantId,
                query -> query.taskAssignee(person),
                query -> query.taskAssigneeIn(person, other),
                query -> query.taskAssigneeNotIn(person),
                query -> query.taskAssigneeLike("%a%"),
                query -> query.taskOwner(person),
                query -> query.taskInvolvedUser(person),
                query -> query.taskCandidateUser(person),
                query -> query.taskCandidateUser(person).includeAssignedTasks(),
                query -> query.taskCandidateGroup(group),
                query -> query.taskCandidateGroupIn(some),
                query -> query.taskCandidateGroupIn(some).includeAssignedTasks(),
                query -> query.taskCandidateGroupLike("%social%"),
                query -> query.taskName(name),
                query -> query.taskNameLike("task%"),
                query -> query.taskNameNotEqual(name),
                query -> query.taskDefinitionKeyIn("key-1", "key-3"),
                query -> query.taskIdIn(task, RandomTasks.id(3), RandomTasks.id(5)),
                query -> query.taskPriority(50),
                query -> query.taskMinPriority(60),
                query -> query.taskMaxPriority(60),
                query -> query.dueAfter(day),
                query -> query.dueBefore(day),
                query -> query.followUpBeforeOrNotExistent(day),
                query -> query.followUpAfter(day),
                query -> query.taskCreatedAfter(day),
                query -> query.processDefinitionKey(pathway),
                query -> query.processDefinitionKeyIn(pathway, second),
                query -> query.processDefinitionNameLike("%e%"),
                query -> query.processInstanceBusinessKeyLike("%1%"),
                query -> query.processVariableValueEquals("familyId", "F-00000" + task.length()),
                query -> query.processVariableValueLike("familyId", "F-%1"));
        return any(known);
    }

    private Consumer<TaskQuery> order() {
        List<Consumer<TaskQuery>> known = List.of(
                query -> query.orderByTaskPriority().desc(),
                query -> query.orderByDueDate().asc(),
                query -> query.orderByFollowUpDate().desc(),
                query -> query.orderByTaskCreateTime().desc(),
                query -> query.orderByTaskName().asc(),
                query -> query.orderByTaskNameCaseInsensitive().desc(),
                query -> query.orderByTaskAssignee().asc(),
                query -> query.orderByProcessVariable("familyId", ValueType.STRING)
                        .asc());
        return any(known);
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private void signIn(String person) {
        var theirs = groupsOf(person);
        engines().forEach(engine -> engine.getIdentityService().setAuthentication(person, theirs));
    }

    private List<String> groupsOf(String person) {
        engines().forEach(engine -> engine.getIdentityService().clearAuthentication());
        return ours.getIdentityService().createGroupQuery().groupMember(person).listPage(0, ALL).stream()
                .map(Group::getId)
                .toList();
    }

    private Stream<ProcessEngine> engines() {
        return Stream.of(ours, stock);
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }

    private static List<String> urgency(List<Task> tasks) {
        return tasks.stream()
                .map(task -> task.getPriority() + " " + Objects.toString(task.getDueDate()))
                .toList();
    }
}
