package org.familypathways.record.process;

import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.record.RecordChangeRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that are open for a family, for when its children turn out to belong to another. */
@Component
public class OpenCases {

    /** @param childId the child whom the whole case is about; null when it is about the family */
    public record OpenCase(
            String id,
            String pathwayKey,
            String pathway,
            @Nullable String childId) {}

    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final AsTheSystem system;

    OpenCases(JdbcClient jdbc, @Lazy ProcessEngine engine, AsTheSystem system) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.system = system;
    }

    /** The oldest first. */
    public List<OpenCase> of(String familyId) {
        return jdbc.sql("""
                        select e.id_ as id, d.key_ as pathway_key, coalesce(d.name_, d.key_) as pathway,
                               child.text_ as child_id
                        from act_ru_variable v
                        join act_ru_execution e on e.id_ = v.execution_id_ and e.parent_id_ is null
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        left join act_ru_variable child on child.execution_id_ = e.id_ and child.name_ = 'childId'
                        where v.name_ = 'familyId' and v.text_ = :family
                        order by e.id_
                        """).param("family", familyId).query(OpenCase.class).list();
    }

    /**
     * From now on the case is about that family.
     *
     * @throws RecordChangeRefused when somebody works in the case at this moment
     */
    public void giveTo(String familyId, OpenCase open) {
        try {
            system.run(() -> {
                engine.getRuntimeService().setVariable(open.id(), CaseVariables.FAMILY_ID.name(), familyId);
                return open;
            });
        } catch (OptimisticLockingException somebodyWorksInIt) {
            throw new RecordChangeRefused("Somebody completed a step of this family at the same moment. Try again.");
        }
    }
}
