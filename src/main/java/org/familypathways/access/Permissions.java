package org.familypathways.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What the signed-in worker's roles allow on pages; always asked of the database, so that a role that was taken away is gone at once. */
@Component("permissions")
public class Permissions {

    private final Workers workers;

    Permissions(Workers workers) {
        this.workers = workers;
    }

    /** Whether the signed-in worker holds one of these roles in any team. */
    public boolean holdsAny(PracticeRole... roles) {
        return CurrentWorker.accountId()
                .map(account -> Stream.of(roles).anyMatch(role -> workers.holds(account, role)))
                .orElse(false);
    }

    /** Whether the signed-in worker works in one of these roles in any team, also for somebody who is away. */
    public boolean worksAsAny(PracticeRole... roles) {
        return CurrentWorker.accountId()
                .map(account -> workers.workingHoldings(account).stream()
                        .anyMatch(holding -> List.of(roles).contains(holding.role())))
                .orElse(false);
    }

    /** @throws AccessDeniedException when the signed-in worker holds none of these roles; the answer is 403 */
    public void require(PracticeRole... roles) {
        if (!holdsAny(roles)) {
            throw new AccessDeniedException("This page is for other roles than yours.");
        }
    }
}
