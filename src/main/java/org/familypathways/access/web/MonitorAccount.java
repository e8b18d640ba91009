package org.familypathways.access.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Lets a monitoring system in without an administrator's password. It is no worker and holds no role. */
final class MonitorAccount implements AuthenticationProvider {

    static final String READS_FIGURES = "reads-figures";
    private static final String NAME = "monitor";

    private final MonitoringSettings settings;

    MonitorAccount(MonitoringSettings settings) {
        this.settings = settings;
    }

    /** Whoever else it is may be a worker; that is asked next. */
    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        if (!settings.isOn() || !NAME.equals(attempt.getName())) {
            return null;
        }
        if (!isRight(String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("The account or the password is not right.");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                NAME, null, List.of(new SimpleGrantedAuthority(READS_FIGURES)));
    }

    private boolean isRight(String password) {
        return MessageDigest.isEqual(
                password.getBytes(StandardCharsets.UTF_8), settings.password().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
