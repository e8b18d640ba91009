package org.familypathways.operations.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.operations.StoppedStep;
import org.familypathways.operations.StoppedSteps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs of the engine whose tries are used up. What the engine noted as the cause is for technicians, in the log. */
@Component
class EngineStoppedSteps implements StoppedSteps {

    private static final String DELIVERY = "notification-delivery";
    /** Nobody has to do with a family with which they have a conflict of interest. */
    static final String OPEN_TO_WORKER = """
            not exists (select from family_conflict_now c
              join act_ru_variable v on v.text_ = c.family_id and v.name_ = 'familyId'
              where c.account_id = :account and v.proc_inst_id_ = j.process_instance_id_)
            """;

    private static final Logger log = LoggerFactory.getLogger(EngineStoppedSteps.class);

    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final AsTheSystem system;

    EngineStoppedSteps(JdbcClient jdbc, @Lazy ProcessEngine engine, AsTheSystem system) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.system = system;
    }

    @Override
    public List<StoppedStep> page(String accountId, int number, int size) {
        return jdbc.sql("""
                        select j.id_, j.process_def_id_, j.process_def_key_, d.name_ as pathway,
                               coalesce(j.failed_act_id_, jd.act_id_) as act_id, e.business_key_,
                               coalesce(i.incident_timestamp_, j.duedate_, j.create_time_) as since,
                               (select v.text_ from act_ru_variable v
                                where v.execution_id_ = j.process_instance_id_ and v.name_ = 'familyId') as family
                        from act_ru_job j
                        left join act_re_procdef d on d.id_ = j.process_def_id_
                        left join act_ru_jobdef jd on jd.id_ = j.job_def_id_
                        left join act_ru_execution e on e.id_ = j.process_instance_id_
                        left join act_ru_incident i on i.configuration_ = j.id_ and i.incident_type_ = 'failedJob'
                        where j.retries_ = 0 and
                        """ + OPEN_TO_WORKER + """
                        order by since, j.id_ limit :size offset :offset
                        """)
                .param("account", accountId)
                .param("size", size)
                .param("offset", (long) number * size)
                .query(this::step)
                .list();
    }

    @Override
    public boolean tryAgain(String id, String accountId) {
        boolean closed = jdbc.sql(
                        "select exists (select from act_ru_job j where j.id_ = :id and not " + OPEN_TO_WORKER + ")")
                .param("id", id)
                .param("account", accountId)
                .query(Boolean.class)
                .single();
        var job = engine.getManagementService()
                .createJobQuery()
                .jobId(id)
                .noRetriesLeft()
                .singleResult();
        if (job == null || closed) {
            return false;
        }
        try {
            inTheNameOf(accountId, () -> engine.getManagementService().setJobRetries(id, 1));
        } catch (OptimisticLockingException | NullValueException e) {
            // changed, or done and gone, since it was looked for
            return false;
        }
        log.info("{} has job {} of instance {} tried again", accountId, id, job.getProcessInstanceId());
        return true;
    }

    /** With the rights of that person, and under their name in what the engine keeps of what operators did. */
    private void inTheNameOf(String accountId, Runnable work) {
        var identities = engine.getIdentityService();
        var groups = identities.createGroupQuery().groupMember(accountId).list().stream()
                .map(Group::getId)
                .toList();
        var before = identities.getCurrentAuthentication();
        identities.setAuthentication(accountId, groups);
        try {
            work.run();
        } finally {
            identities.setAuthentication(before);
        }
    }

    private StoppedStep step(ResultSet row, int number) throws SQLException {
        return new StoppedStep(
                row.getString("id_"),
                row.getString("pathway"),
                title(row.getString("process_def_id_"), row.getString("act_id")),
                row.getString("family"),
                row.getString("business_key_"),
                row.getTimestamp("since").toInstant(),
                DELIVERY.equals(row.getString("process_def_key_")));
    }

    /** What the model calls the step; the engine keeps the models that it has read. */
    private @Nullable String title(@Nullable String definitionId, @Nullable String elementId) {
        if (definitionId == null || elementId == null) {
            return null;
        }
        var model = system.run(() -> engine.getRepositoryService().getBpmnModelInstance(definitionId));
        return model.getModelElementById(elementId) instanceof FlowElement step ? step.getName() : null;
    }
}
