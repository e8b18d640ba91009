package org.familypathways.access.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.familypathways.access.Absences;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Workers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who took which task for a worker who was away. The transaction in which a deputy completes a task knows for whom, and so
 * does everything that is written in it: the entry and the facts.
 */
@Component
class Deputies {

    private static final String ACTS_NO_MORE = """
            not exists (select from absence a join worker w on w.account_id = a.account_id and w.active
              where a.account_id = f.for_account and a.deputy_id = f.account_id and a.ended_at is null
                and :today between a.from_day and a.until_day)
            """;

    private final JdbcClient jdbc;
    private final Absences absences;
    private final Workers workers;
    private final Clock clock;

    Deputies(JdbcClient jdbc, Absences absences, Workers workers, Clock clock) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.workers = workers;
        this.clock = clock;
    }

    /** That somebody has a task for somebody else. */
    record ActedFor(String taskId, String accountId, String forAccount) {}

    /** Those for whom the worker acts today. */
    List<String> actsFor(String accountId) {
        return absences.actsFor(accountId);
    }

    /** The worker by whose role somebody may take a task that would not be theirs otherwise. */
    Optional<String> throughWhom(TaskOffers.Offer offer, String accountId) {
        var absent = actsFor(accountId);
        if (absent.isEmpty() || offer.people().contains(accountId) || holdsOneOf(offer, accountId)) {
            return Optional.empty();
        }
        return absent.stream()
                .filter(worker -> !offer.except().contains(worker) && holdsOneOf(offer, worker))
                .findFirst();
    }

    private boolean holdsOneOf(TaskOffers.Offer offer, String accountId) {
        return workers.holdings(accountId).stream().map(RoleHolding::group).anyMatch(offer.groups()::contains);
    }

    void note(String taskId, String accountId, String forAccount) {
        jdbc.sql("""
                        insert into acted_for (task_id, account_id, for_account) values (:task, :account, :absent)
                        on conflict (task_id) do update set account_id = :account, for_account = :absent
                        """)
                .param("task", taskId)
                .param("account", accountId)
                .param("absent", forAccount)
                .update();
    }

    void forget(String taskId) {
        jdbc.sql("delete from acted_for where task_id = :task")
                .param("task", taskId)
                .update();
    }

    /** For whom the worker did the task, or has it in hand. */
    Optional<String> actedFor(String taskId, String accountId) {
        return jdbc.sql("select for_account from acted_for where task_id = :task and account_id = :account")
                .param("task", taskId)
                .param("account", accountId)
                .query(String.class)
                .optional();
    }

    /** Lets the rest of this transaction know for whom the worker does the task. */
    void tellTransaction(String taskId, String accountId) {
        jdbc.sql("""
                        select set_config('familypathways.acted_for', coalesce((select for_account from acted_for
                          where task_id = :task and account_id = :account), ''), true)
                        """)
                .param("task", taskId)
                .param("account", accountId)
                .query(String.class)
                .single();
    }

    /** Open tasks that deputies have in hand although they do not act for that worker any more. */
    List<ActedFor> over() {
        return jdbc.sql("select f.task_id, f.account_id, f.for_account from acted_for f"
                        + " join act_ru_task t on t.id_ = f.task_id and t.assignee_ = f.account_id where "
                        + ACTS_NO_MORE)
                .param("today", LocalDate.now(clock))
                .query(ActedFor.class)
                .list();
    }

    /** Nobody has these for somebody else any more; whoever takes one now does so for themselves. */
    void forgetOpenTasks() {
        jdbc.sql("delete from acted_for f using act_ru_task t where t.id_ = f.task_id and " + ACTS_NO_MORE)
                .param("today", LocalDate.now(clock))
                .update();
    }
}
