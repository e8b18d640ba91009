package org.familypathways.access.process;

import java.util.List;
import java.util.stream.Stream;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.springframework.stereotype.Component;

/**
 * The engine's groups of a worker: one for every role in a team, also of those for whom they act, one for everybody who
 * works here, and the engine's own for administrators.
 */
@Component
class WorkerGroups {

    static final String EVERYBODY = "everybody";
    static final String ADMINISTRATORS = "camunda-admin";

    private final Workers workers;

    WorkerGroups(Workers workers) {
        this.workers = workers;
    }

    /** No group at all for somebody who has left. */
    List<String> of(String accountId) {
        if (workers.find(accountId).filter(Worker::active).isEmpty()) {
            return List.of();
        }
        var holdings = workers.workingHoldings(accountId);
        var always = Stream.of(EVERYBODY);
        var administrators = holdings.stream().anyMatch(holding -> holding.role() == PracticeRole.ADMINISTRATOR)
                ? Stream.of(ADMINISTRATORS)
                : Stream.<String>empty();
        return Stream.of(always, administrators, holdings.stream().map(RoleHolding::group))
                .flatMap(groups -> groups)
                .toList();
    }
}
