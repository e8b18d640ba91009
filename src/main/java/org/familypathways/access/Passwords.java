package org.familypathways.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The passwords of local accounts. Only what a slow one-way function makes of them is kept. */
@Component
class Passwords {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    Passwords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws WeakPasswordException when it would be guessed too soon */
    void set(String accountId, String password) {
        WeakPasswordException.requireStrong(accountId, password);
        jdbc.sql("update worker set password = :password where account_id = :account")
                .param("password", encoder.encode(password))
                .param("account", accountId)
                .update();
    }

    /** Whether the account can be signed in to with this password. */
    boolean opens(String accountId, String password) {
        return jdbc.sql("select password from worker where account_id = :account and active and password is not null")
                .param("account", accountId)
                .query(String.class)
                .optional()
                .filter(kept -> encoder.matches(password, kept))
                .isPresent();
    }

    PasswordEncoder encoder() {
        return encoder;
    }
}
