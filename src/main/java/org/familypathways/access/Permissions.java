package org.familypathways.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What the signed-in worker's roles allow on pages; always asked of the database, so that a role that was taken away is gone at once. */
@Component("permissions")
public class Permissions {

    private final Workers workers;
    private final JdbcClient jdbc;

    Permissions(Workers workers, JdbcClient jdbc) {
        this.workers = workers;
        this.jdbc = jdbc;
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

    /**
     * Whether the account may look into every running case, as administrators do. Not while they have a conflict of interest
     * with any family, or with a reference that is none, because single cases cannot be hidden from somebody who may.
     */
    public boolean looksIntoCases(String accountId) {
        return jdbc.sql("""
                        select exists (select from role_holding h join worker w on w.account_id = h.account_id and w.active
                            where h.account_id = :account and h.held_until is null and h.role = :administrator)
                          and not exists (select from family_conflict_now where account_id = :account)
                        """)
                .param("account", accountId)
                .param("administrator", PracticeRole.ADMINISTRATOR.id())
                .query(Boolean.class)
                .single();
    }

    /** @throws AccessDeniedException when the signed-in worker holds none of these roles; the answer is 403 */
    public void require(PracticeRole... roles) {
        if (!holdsAny(roles)) {
            throw new AccessDeniedException("This page is for other roles than yours.");
        }
    }
}
