package org.familypathways.access;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Those who look after the people who work here. One of them who can sign in always stays: with a password that they chose
 * themselves, since a one-time password runs out, or by the identity provider where there is one.
 */
@Component
public class Administrators {

    private static final long LOCK = 7_240_100;

    private final JdbcClient jdbc;
    private final BooleanSupplier provider;

    @Autowired
    Administrators(JdbcClient jdbc, ObjectProvider<ClientRegistrationRepository> providers) {
        this(jdbc, () -> providers.getIfAvailable() != null);
    }

    /** @param provider whether people can sign in with an identity provider */
    Administrators(JdbcClient jdbc, BooleanSupplier provider) {
        this.jdbc = jdbc;
        this.provider = provider;
    }

    /** The accounts of those who can sign in. */
    public Set<String> whoCanSignIn() {
        return jdbc.sql("""
                        select w.account_id from worker w where w.active
                          and (:provider or w.password is not null and w.one_time_until is null)
                          and exists (select from role_holding h
                            where h.account_id = w.account_id and h.held_until is null and h.role = :role)
                        """)
                .param("provider", provider.getAsBoolean())
                .param("role", PracticeRole.ADMINISTRATOR.id())
                .query(String.class)
                .set();
    }

    /** Whether the worker would be one who can sign in, if they held the role. */
    public boolean couldSignIn(String accountId) {
        return provider.getAsBoolean()
                || jdbc.sql("""
                        select exists (select from worker
                          where account_id = :account and active and password is not null and one_time_until is null)
                        """)
                        .param("account", accountId)
                        .query(Boolean.class)
                        .single();
    }

    /**
     * One after the other, so that two administrators cannot take the role from each other at the same moment.
     *
     * @throws LastAdministratorException when nobody who can sign in would be left
     */
    void change(Runnable change) {
        jdbc.sql("select pg_advisory_xact_lock(:lock) is null")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
        boolean before = !whoCanSignIn().isEmpty();
        change.run();
        if (before && whoCanSignIn().isEmpty()) {
            throw new LastAdministratorException();
        }
    }
}
