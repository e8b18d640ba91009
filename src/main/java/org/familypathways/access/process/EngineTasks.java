package org.familypathways.access.process;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.familypathways.access.FamilyTasks;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Workers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asked with every page about a family, so it is one query on the engine's tables instead of several by its services. */
@Component
class EngineTasks implements FamilyTasks {

    private static final String FAMILIES_OF_TASKS = """
            select distinct v.text_ from act_ru_task t
            join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'familyId'
            where (t.assignee_ = :account or exists (
              select from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'
                and (l.user_id_ = :account or l.group_id_ = any(:groups))))
            """;

    private final JdbcClient jdbc;
    private final Workers workers;

    EngineTasks(JdbcClient jdbc, Workers workers) {
        this.jdbc = jdbc;
        this.workers = workers;
    }

    @Override
    public Set<String> familiesOf(String accountId) {
        return new HashSet<>(families(accountId, FAMILIES_OF_TASKS, ""));
    }

    @Override
    public boolean hasTask(String accountId, String familyId) {
        return !families(accountId, FAMILIES_OF_TASKS + " and v.text_ = :family", familyId)
                .isEmpty();
    }

    @Override
    public Optional<String> familyOf(String taskId) {
        return jdbc.sql("""
                        select v.text_ from act_hi_taskinst t
                        join act_hi_varinst v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'familyId'
                        where t.id_ = :task
                        """).param("task", taskId).query(String.class).optional();
    }

    private List<String> families(String accountId, String query, String familyId) {
        var groups =
                workers.holdings(accountId).stream().map(RoleHolding::group).toArray(String[]::new);
        return jdbc.sql(query)
                .param("account", accountId)
                .param("groups", groups)
                .param("family", familyId)
                .query(String.class)
                .list();
    }
}
