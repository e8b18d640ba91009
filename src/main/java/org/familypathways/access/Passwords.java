package org.familypathways.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The passwords of local accounts. Only what a slow one-way function makes of them is kept. */
@Component
public class Passwords {

    /** How long a password that an administrator passes on can be used to choose another one. */
    public static final Duration ONE_TIME = Duration.ofHours(24);

    /** Nothing that is mistaken for something else when it is read out on the telephone. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignInThrottle throttle;
    private final WorkerSessions sessions;
    private final SignInLog log;
    private final Passkeys passkeys;
    private final TransactionTemplate transaction;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final SecureRandom random = new SecureRandom();

    Passwords(
            JdbcClient jdbc,
            Clock clock,
            SignInThrottle throttle,
            WorkerSessions sessions,
            SignInLog log,
            Passkeys passkeys,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.throttle = throttle;
        this.sessions = sessions;
        this.log = log;
        this.passkeys = passkeys;
        this.transaction = transaction;
    }

    /**
     * A worker's password, as it is kept.
     *
     * @param oneTime whether it opens nothing but the page on which another one is chosen
     */
    record Kept(String encoded, boolean oneTime) {}

    /** What is kept for somebody who works here; nothing once a one-time password was not used in time. */
    Optional<Kept> find(String accountId) {
        return jdbc.sql("""
                        select password, one_time_until is not null one_time from worker
                        where account_id = :account and active and password is not null
                          and (one_time_until is null or one_time_until > :now)
                        """)
                .param("account", accountId)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Kept(row.getString("password"), row.getBoolean("one_time")))
                .optional();
    }

    /** Whether the worker signs in with a password here, and not only with an identity provider. */
    public boolean has(String accountId) {
        return find(accountId).isPresent();
    }

    /** Whether the account can be signed in to with this password. */
    boolean opens(String accountId, String password) {
        return find(accountId)
                .filter(kept -> encoder.matches(password, kept.encoded()))
                .isPresent();
    }

    /** @throws WeakPasswordException when it would be guessed too soon */
    @Transactional
    void set(String accountId, String password) {
        WeakPasswordException.requireStrong(accountId, password);
        keep(accountId, password, null);
    }

    /**
     * Another password for somebody who knows the present one. They stay signed in where they are and nowhere else.
     *
     * @throws WrongPasswordException when the present one is not right, or was wrong too often
     * @throws WeakPasswordException when the new one would be guessed too soon
     */
    public void change(String accountId, String present, String next, String sessionId, String place) {
        throttle.inTurn(accountId, () -> {
            requireRight(accountId, present, place);
            if (present.equals(next)) {
                throw new WrongPasswordException("The new password must not be the present one.");
            }
            WeakPasswordException.requireStrong(accountId, next);
            transaction.executeWithoutResult(status -> {
                keep(accountId, next, null);
                sessions.end(accountId, sessionId);
                log.changed(accountId, "Changed the password");
            });
            return null;
        });
    }

    /**
     * Whoever is signed in shows again that it is them, before they change how they sign in.
     *
     * @throws WrongPasswordException when it is not right, or was wrong too often
     */
    public void prove(String accountId, String present, String place) {
        throttle.inTurn(accountId, () -> {
            requireRight(accountId, present, place);
            return null;
        });
    }

    private void requireRight(String accountId, String present, String place) {
        if (throttle.mustWait(accountId, place)) {
            throw new WrongPasswordException("Too many attempts failed. Wait a quarter of an hour and try again.");
        }
        if (!opens(accountId, present)) {
            throttle.failed(accountId, place);
            throw new WrongPasswordException("Your present password is not right.");
        }
    }

    /**
     * A password for somebody who has lost theirs, or has none yet, to be told to them now; it is not to be had again.
     * Whoever is signed in to the account is signed out.
     *
     * @param passkeysAsWell whether they have lost their passkeys too, which are worth nothing from now on
     */
    @Transactional
    public String replace(String accountId, boolean passkeysAsWell) {
        String password = Stream.generate(() -> random.ints(5, 0, LETTERS.length())
                        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                        .collect(Collectors.joining()))
                .limit(4)
                .collect(Collectors.joining("-"));
        keep(accountId, password, Timestamp.from(clock.instant().plus(ONE_TIME)));
        sessions.end(accountId, null);
        log.changed(accountId, "Was given a one-time password");
        if (passkeysAsWell) {
            passkeys.removeAll(accountId);
        }
        return password;
    }

    /**
     * Opens an account again to the person who holds the machine: a password from the environment of the start, and no
     * passkey but the one that they add then.
     */
    @Transactional
    void restore(String accountId, String password) {
        set(accountId, password);
        sessions.end(accountId, null);
        log.changed(accountId, "Was made administrator at the start");
        passkeys.removeAll(accountId);
    }

    private void keep(String accountId, String password, @Nullable Timestamp oneTimeUntil) {
        jdbc.sql("update worker set password = :password, one_time_until = :until where account_id = :account")
                .param("password", encoder.encode(password))
                .param("until", oneTimeUntil)
                .param("account", accountId)
                .update();
        throttle.forget(accountId);
    }

    PasswordEncoder encoder() {
        return encoder;
    }
}
