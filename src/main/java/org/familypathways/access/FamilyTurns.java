package org.familypathways.access;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a family is there for never changes while one of its tasks is being offered, claimed or done, on whatever node.
 * Whoever changes it takes their turn before they write anything, and turns of two families in the order of their
 * references, so that they hold nothing for which somebody could wait while they wait themselves. Whoever works on a task
 * waits at most for somebody who has their turn already; only where these two then change one and the same task or part
 * does the database refuse one of them, who is told that somebody else was faster.
 */
@Component
public class FamilyTurns {

    private static final String KEY = "hashtextextended('turn of family ' || ?, 0)";

    private final JdbcClient jdbc;

    FamilyTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until this transaction ends, nobody else works on a task of these families or changes whom they are there for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone(String... familyIds) {
        Arrays.stream(familyIds).sorted().forEach(family -> take("select pg_advisory_xact_lock(%s) is null", family));
    }

    /**
     * Until this transaction ends, whom the family is there for stays as it is. It is read by the next statement, which
     * sees what was changed while this one waited.
     */
    public void withOthers(String familyId) {
        take("select pg_advisory_xact_lock_shared(%s) is null", familyId);
    }

    private void take(String statement, String familyId) {
        jdbc.sql(statement.formatted(KEY)).param(familyId).query(Boolean.class).single();
    }
}
