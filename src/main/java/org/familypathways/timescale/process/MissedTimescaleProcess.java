package org.familypathways.timescale.process;

import static org.familypathways.record.process.CaseVariables.CHILD_ID;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.util.List;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** The words of the pathway in which a manager explains why something was not done in time. */
@Component
class MissedTimescaleProcess implements Pathway {

    static final String KEY = "missed-timescale";

    /** How long a manager has to explain; when that is missed, nobody is asked to explain it. */
    static final String EXPLAINED = "missed-timescale-explained";

    static final String BREACH_WITHDRAWN = "missed-timescale.breach-withdrawn";

    static final ProcessVariable<String> CLOCK_ID = ProcessVariable.text("clockId");
    static final ProcessVariable<String> TIMESCALE_CODE = ProcessVariable.text("timescaleCode");

    /** The timescale's name in the decision table. */
    static final ProcessVariable<String> TIMESCALE_NAME = ProcessVariable.text("timescaleName");

    static final ProcessVariable<String> DUE_ON = ProcessVariable.text("dueOn");

    /** The account of the worker who was to do it, when somebody had taken it. */
    static final ProcessVariable<String> WORKER = ProcessVariable.text("worker");

    static final ProcessVariable<Boolean> WORKER_IS_MANAGER = ProcessVariable.flag("workerIsManager");
    static final ProcessVariable<String> BREACH_REASON = ProcessVariable.text("breachReason");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<ProcessVariable<?>> variables() {
        return List.of(
                FAMILY_ID,
                CHILD_ID,
                CLOCK_ID,
                TIMESCALE_CODE,
                TIMESCALE_NAME,
                DUE_ON,
                WORKER,
                WORKER_IS_MANAGER,
                BREACH_REASON);
    }

    @Override
    public List<String> messages() {
        return List.of(BREACH_WITHDRAWN);
    }
}
