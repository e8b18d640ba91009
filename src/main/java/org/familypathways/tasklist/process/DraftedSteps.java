package org.familypathways.tasklist.process;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.familypathways.engine.FormVersions.FormVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For what a draft was typed, also when that step is done or no longer needed. */
@Component
public class DraftedSteps {

    /**
     * A step of a case, or the beginning of one.
     *
     * @param familyId null before there is a family
     * @param over whether nobody can hand anything in any more
     * @param completedBy the account of whoever did; null when nobody did
     * @param form the questions that were asked; null for a form that is not known any more
     */
    public record DraftedStep(
            String name,
            String pathway,
            @Nullable String familyId,
            boolean over,
            @Nullable String completedBy,
            @Nullable FormVersion form) {}

    private record Row(
            @Nullable String name,
            String pathway,
            @Nullable String familyId,
            boolean over,
            @Nullable String completedBy,
            @Nullable String step,
            String definition,
            String deployment) {}

    private final JdbcClient jdbc;
    private final RepositoryService repository;

    DraftedSteps(JdbcClient jdbc, @Lazy RepositoryService repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /** @param form a task's id, or {@code start:} and the key of a pathway */
    public Optional<DraftedStep> find(String form) {
        var row =
                form.startsWith(DraftRights.START) ? beginning(form.substring(DraftRights.START.length())) : task(form);
        return row.map(found -> new DraftedStep(
                found.name() == null ? "Begin a case" : found.name(),
                found.pathway(),
                found.familyId(),
                found.over(),
                found.completedBy(),
                form(found)));
    }

    private Optional<Row> task(String id) {
        return jdbc.sql("""
                        select t.name_ as name, d.name_ as pathway, family.text_ as family_id,
                          t.end_time_ is not null as over,
                          case when t.delete_reason_ = 'completed' then t.assignee_ end as completed_by,
                          t.task_def_key_ as step, d.id_ as definition, d.deployment_id_ as deployment
                        from act_hi_taskinst t join act_re_procdef d on d.id_ = t.proc_def_id_
                        left join act_hi_varinst family on family.execution_id_ = t.proc_inst_id_
                          and family.name_ = 'familyId'
                        where t.id_ = :id
                        """).param("id", id).query(Row.class).optional();
    }

    private Optional<Row> beginning(String pathway) {
        return jdbc.sql("""
                        select null as name, d.name_ as pathway, null as family_id, false as over, null as completed_by,
                          null as step, d.id_ as definition, d.deployment_id_ as deployment
                        from act_re_procdef d where d.key_ = :key order by d.version_ desc limit 1
                        """).param("key", pathway).query(Row.class).optional();
    }

    private @Nullable FormVersion form(Row row) {
        var model = repository.getBpmnModelInstance(row.definition());
        String form = row.step() == null
                ? model.getModelElementsByType(StartEvent.class).stream()
                        .map(StartEvent::getCamundaFormRef)
                        .filter(ref -> ref != null)
                        .findFirst()
                        .orElse(null)
                : model.getModelElementById(row.step()) instanceof UserTask task ? task.getCamundaFormRef() : null;
        return jdbc.sql("select key_ as form_id, version_ as version from act_re_camformdef"
                        + " where deployment_id_ = :deployment and key_ = :form")
                .param("deployment", row.deployment())
                .param("form", form)
                .query(FormVersion.class)
                .optional()
                .orElse(null);
    }
}
