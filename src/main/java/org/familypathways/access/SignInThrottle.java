package org.familypathways.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guessing passwords slow: after five failures an account has to wait, each time twice as long, up to a quarter
 * of an hour. Counted in the database, over all nodes, and for each place from which somebody tries, so that nobody keeps a
 * worker out by failing in their name; only when very many failed from everywhere does everybody wait. Accounts that do
 * not exist wait as well, and are kept only as a digest, because people now and then type their password into the wrong
 * box.
 */
@Component
public class SignInThrottle {

    private static final int FREE_FAILURES = 5;
    private static final int FREE_FAILURES_FROM_EVERYWHERE = 100;
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Attempts for one account wait for each other, so that many at once count as many. */
    public <T> T inTurn(String account, Supplier<T> attempt) {
        synchronized (turns[Math.floorMod(account.hashCode(), turns.length)]) {
            return attempt.get();
        }
    }

    /** Whether nobody must even try this account from this place yet. */
    public boolean mustWait(String account, String place) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select count(*) everywhere, max(failed_at) last,
                          count(*) filter (where source_digest = :place) here,
                          max(failed_at) filter (where source_digest = :place) last_here
                        from sign_in_failure where account_digest = :account and failed_at > :since
                        """)
                .param("account", digest(account))
                .param("place", digest(place))
                .param("since", Timestamp.from(now.minus(MEMORY)))
                .query((row, number) -> {
                    int here = row.getInt("here");
                    return here >= FREE_FAILURES
                                    && now.isBefore(row.getTimestamp("last_here")
                                            .toInstant()
                                            .plus(wait(here)))
                            || row.getInt("everywhere") >= FREE_FAILURES_FROM_EVERYWHERE
                                    && now.isBefore(
                                            row.getTimestamp("last").toInstant().plus(LONGEST_WAIT));
                })
                .single();
    }

    public void failed(String account, String place) {
        jdbc.sql("delete from sign_in_failure where failed_at <= :before")
                .param("before", Timestamp.from(clock.instant().minus(MEMORY)))
                .update();
        jdbc.sql(
                        "insert into sign_in_failure (account_digest, source_digest, failed_at) values (:account, :place, :now)")
                .param("account", digest(account))
                .param("place", digest(place))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public void succeeded(String account, String place) {
        jdbc.sql("delete from sign_in_failure where account_digest = :account and source_digest = :place")
                .param("account", digest(account))
                .param("place", digest(place))
                .update();
    }

    /** The account has got another password, and whoever knows it begins anew. */
    void forget(String account) {
        jdbc.sql("delete from sign_in_failure where account_digest = :account")
                .param("account", digest(account))
                .update();
    }

    private static Duration wait(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE_FAILURES, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
