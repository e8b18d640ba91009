package org.familypathways.access.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.familypathways.access.RightsLost;
import org.familypathways.access.TasksInHand;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.engine.AsTheSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks in the engine, and whose hands they are in. What a deputy did not finish goes back to the worker for whom they
 * acted; what is in the hands of somebody who may not do it any more goes back to those to whom it is offered.
 */
@Component
class EngineTasksInHand implements TasksInHand {

    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final AsTheSystem system;
    private final TaskOffers offers;
    private final TaskDuties duties;
    private final Deputies deputies;
    private final Workers workers;

    EngineTasksInHand(
            JdbcClient jdbc,
            @Lazy ProcessEngine engine,
            AsTheSystem system,
            TaskOffers offers,
            TaskDuties duties,
            Deputies deputies,
            Workers workers) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.system = system;
        this.offers = offers;
        this.duties = duties;
        this.deputies = deputies;
        this.workers = workers;
    }

    @Override
    public List<TaskInHand> of(String accountId) {
        return jdbc.sql("""
                        select t.id_ as id, t.name_ as name, d.name_ as pathway,
                          (select v.text_ from act_ru_variable v
                           where v.execution_id_ = t.proc_inst_id_ and v.name_ = 'familyId') as family_id
                        from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_
                        where t.assignee_ = :account order by t.due_date_ nulls last, t.id_
                        """).param("account", accountId).query(TaskInHand.class).list();
    }

    @Override
    public List<Worker> suitable(String taskId) {
        return withTask(taskId, task -> {
                    var offer = offers.offerOf(task);
                    var people = new ArrayList<>(workers.inGroups(offer.groups()));
                    offer.people().stream()
                            .map(workers::find)
                            .flatMap(Optional::stream)
                            .forEach(people::add);
                    return people.stream()
                            .distinct()
                            .filter(worker -> !worker.accountId().equals(task.getAssignee()))
                            .filter(worker ->
                                    duties.refusal(task, worker.accountId()).isEmpty())
                            .sorted(Comparator.comparing(Worker::name).thenComparing(Worker::accountId))
                            .toList();
                })
                .orElse(List.of());
    }

    @Override
    public Optional<String> whyNot(String taskId, String accountId) {
        return withTask(taskId, task -> duties.refusal(task, accountId)).flatMap(Function.identity());
    }

    @Override
    @Transactional
    public boolean handOver(String taskId, String from, @Nullable String to) {
        return withTask(taskId, task -> {
                    boolean theirs = from.equals(task.getAssignee());
                    if (theirs) {
                        engine.getTaskService().setAssignee(taskId, to);
                    }
                    return theirs;
                })
                .orElse(false);
    }

    @Override
    @Transactional
    public boolean takeOver(String taskId, String absent, String deputy) {
        boolean taken = handOver(taskId, absent, deputy);
        if (taken) {
            deputies.note(taskId, deputy, absent);
        }
        return taken;
    }

    /** Before anything else that happens when somebody may do less than before. */
    @EventListener
    @Order(0)
    @Transactional
    public void giveBack(RightsLost lost) {
        giveBackWhatDeputiesHold();
        of(lost.accountId()).stream()
                .filter(task -> whyNot(task.id(), lost.accountId()).isPresent())
                .forEach(task -> handOver(task.id(), lost.accountId(), null));
    }

    /**
     * An absence ends by itself with its last day. And somebody may have taken a task at the very moment in which another
     * person wrote down that they had left.
     */
    @Scheduled(
            fixedDelayString = "${familypathways.absences.look-every:PT1M}",
            initialDelayString = "${familypathways.absences.look-every:PT1M}")
    @Transactional
    public void giveBackWhatNobodyDoes() {
        giveBackWhatDeputiesHold();
        jdbc.sql("select t.id_, t.assignee_ from act_ru_task t"
                        + " join worker w on w.account_id = t.assignee_ and not w.active")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(task -> handOver(task.getKey(), task.getValue(), null));
    }

    private void giveBackWhatDeputiesHold() {
        for (var acted : deputies.over()) {
            boolean may = whyNot(acted.taskId(), acted.forAccount()).isEmpty();
            handOver(acted.taskId(), acted.accountId(), may ? acted.forAccount() : null);
        }
        deputies.forgetOpenTasks();
    }

    private <T> Optional<T> withTask(String taskId, Function<TaskEntity, T> question) {
        return system.run(() -> Optional.ofNullable(
                        Context.getCommandContext().getTaskManager().findTaskById(taskId))
                .map(question));
    }
}
