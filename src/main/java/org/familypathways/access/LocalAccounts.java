package org.familypathways.access;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Signs a worker in by account and password. Which roles they hold is asked of {@link Workers}, never kept here. Spring
 * Security finds it as the one provider there is; naming it at a door as well would ask, and count a failure, twice.
 */
@Component
public class LocalAccounts implements AuthenticationProvider {

    private final JdbcClient jdbc;
    private final SignInThrottle throttle;
    private final DaoAuthenticationProvider passwordCheck;

    LocalAccounts(JdbcClient jdbc, Passwords passwords, SignInThrottle throttle) {
        this.jdbc = jdbc;
        this.throttle = throttle;
        passwordCheck = new DaoAuthenticationProvider(this::account);
        passwordCheck.setPasswordEncoder(passwords.encoder());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String accountId = attempt.getName().strip().toLowerCase(Locale.ROOT);
        return throttle.inTurn(accountId, () -> authenticate(accountId, attempt.getCredentials()));
    }

    private Authentication authenticate(String accountId, @Nullable Object password) {
        if (throttle.mustWait(accountId)) {
            throw new LockedException("Too many failed attempts. Wait a quarter of an hour and try again.");
        }
        try {
            var signedIn = passwordCheck.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(accountId, password));
            throttle.succeeded(accountId);
            return signedIn;
        } catch (AuthenticationException e) {
            throttle.failed(accountId);
            throw new BadCredentialsException("The account or the password is not right.", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwordCheck.supports(authentication);
    }

    private UserDetails account(String accountId) {
        return jdbc.sql("select password from worker where account_id = :account and active and password is not null")
                .param("account", accountId)
                .query(String.class)
                .optional()
                .map(password -> new User(accountId, password, List.of()))
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }
}
