package org.familypathways.timescale.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;
import static org.familypathways.timescale.process.MissedTimescaleProcess.BREACH_WITHDRAWN;
import static org.familypathways.timescale.process.MissedTimescaleProcess.CLOCK_ID;
import static org.familypathways.timescale.process.MissedTimescaleProcess.DUE_ON;
import static org.familypathways.timescale.process.MissedTimescaleProcess.EXPLAINED;
import static org.familypathways.timescale.process.MissedTimescaleProcess.KEY;
import static org.familypathways.timescale.process.MissedTimescaleProcess.TIMESCALE_CODE;
import static org.familypathways.timescale.process.MissedTimescaleProcess.TIMESCALE_NAME;
import static org.familypathways.timescale.process.MissedTimescaleProcess.WORKER;
import static org.familypathways.timescale.process.MissedTimescaleProcess.WORKER_IS_MANAGER;

import java.util.HashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Workers;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.timescale.StatutoryClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Begins the pathway in which a manager explains a missed timescale, and ends it when nothing was missed after all. */
@Component
class MissedTimescales {

    private final ProcessEngine engine;
    private final PathwayStarts pathways;
    private final Workers workers;
    private final AsTheSystem system;

    MissedTimescales(@Lazy ProcessEngine engine, PathwayStarts pathways, Workers workers, AsTheSystem system) {
        this.engine = engine;
        this.pathways = pathways;
        this.workers = workers;
        this.system = system;
    }

    /** @param worker who was to do it, when somebody had taken it */
    void begin(StatutoryClock clock, @Nullable String worker) {
        if (clock.rule().code().equals(EXPLAINED)) {
            return;
        }
        var variables = new HashMap<String, Object>();
        variables.put(FAMILY_ID.name(), clock.subject().familyId());
        variables.put(CHILD_ID.name(), clock.subject().childId());
        variables.put(CLOCK_ID.name(), Long.toString(clock.id()));
        variables.put(TIMESCALE_CODE.name(), clock.rule().code());
        variables.put(TIMESCALE_NAME.name(), clock.rule().name());
        variables.put(DUE_ON.name(), clock.dueOn().toString());
        variables.put(WORKER.name(), worker);
        variables.put(WORKER_IS_MANAGER.name(), worker != null && workers.holds(worker, PracticeRole.TEAM_MANAGER));
        pathways.begin(KEY, clock.subject().familyId(), variables);
    }

    void end(StatutoryClock clock) {
        system.run(() -> engine.getRuntimeService()
                .createMessageCorrelation(BREACH_WITHDRAWN)
                .processInstanceVariableEquals(CLOCK_ID.name(), Long.toString(clock.id()))
                .correlateAllWithResult());
    }
}
