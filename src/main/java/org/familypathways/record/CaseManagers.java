package org.familypathways.record;

import java.util.List;
import java.util.stream.Stream;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.springframework.stereotype.Service;

/** Those who answer for a family's case: the managers of the team that works with it, and the service managers. */
@Service
public class CaseManagers {

    private final FamilyAccess access;
    private final Workers workers;

    CaseManagers(FamilyAccess access, Workers workers) {
        this.access = access;
        this.workers = workers;
    }

    /** Team managers first, by name. */
    public List<Worker> of(String familyId) {
        return Stream.of(PracticeRole.TEAM_MANAGER, PracticeRole.SERVICE_MANAGER)
                .flatMap(role -> workers.inRole(role, familyId).stream())
                .distinct()
                .toList();
    }

    /** Whether the signed-in worker is one of them. */
    public boolean manages(String familyId) {
        return CurrentWorker.accountId()
                .map(account -> of(familyId).stream().map(Worker::accountId).anyMatch(account::equals))
                .orElse(false);
    }

    /**
     * Lets the signed-in worker go on only with a family that they may see and for whose case they answer.
     *
     * @throws FamilyNotFoundException for whoever may not see the family
     * @throws NotTheirCaseException for whoever sees it but does not answer for its case
     */
    public void require(String familyId) {
        access.requireVisible(familyId);
        if (!manages(familyId)) {
            throw new NotTheirCaseException(familyId);
        }
    }
}
