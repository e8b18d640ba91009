package org.familypathways.timescale.process;

import static org.familypathways.timescale.process.MissedTimescaleProcess.BREACH_REASON;
import static org.familypathways.timescale.process.MissedTimescaleProcess.CLOCK_ID;
import static org.familypathways.timescale.process.MissedTimescaleProcess.WORKER;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.access.CurrentWorker;
import org.familypathways.engine.SubmissionRefused;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Component;

/** Keeps with the clock why it was missed and who accepted it: a manager, and not the worker who was to do it. */
@Component
class RecordExplanation implements JavaDelegate {

    private final Clocks clocks;

    RecordExplanation(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String manager = CurrentWorker.accountId()
                .or(() -> signedIn(execution))
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in to accept a missed timescale"));
        if (WORKER.find(execution).filter(manager::equals).isPresent()) {
            throw new SubmissionRefused("You were to do this yourself, so another manager has to accept the reason.");
        }
        clocks.explain(Long.parseLong(CLOCK_ID.from(execution)), BREACH_REASON.from(execution), manager);
    }

    private static Optional<String> signedIn(DelegateExecution execution) {
        var authentication =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return Optional.ofNullable(authentication).map(who -> who.getUserId());
    }
}
