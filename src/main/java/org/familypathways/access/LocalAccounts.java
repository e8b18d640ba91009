package org.familypathways.access;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs a worker in by account and password. Which roles they hold is asked of {@link Workers}, never kept here. Each door
 * names the check that it wants; there is none for all of them, which would ask, and count a failure, twice.
 */
@Component
public class LocalAccounts {

    /** What somebody has who signed in with a one-time password: nothing but the choice of another one. */
    public static final GrantedAuthority MUST_CHOOSE_PASSWORD = new SimpleGrantedAuthority("MUST_CHOOSE_PASSWORD");

    private final Passwords passwords;
    private final PasswordSignIns signIns;
    private final SignInThrottle throttle;

    LocalAccounts(Passwords passwords, PasswordSignIns signIns, SignInThrottle throttle) {
        this.passwords = passwords;
        this.signIns = signIns;
        this.throttle = throttle;
    }

    /** The check of the sign-in page. */
    public AuthenticationProvider onPages() {
        return new Check(signIns::isOpenOnPages, kept -> true);
    }

    /** The check of the doors for programs, which cannot choose a password of their own. */
    public AuthenticationProvider forPrograms() {
        return new Check(signIns::isOpenForPrograms, kept -> !kept.oneTime());
    }

    private final class Check implements AuthenticationProvider {

        private final Predicate<String> mayUsePassword;
        private final Predicate<Passwords.Kept> usable;
        private final DaoAuthenticationProvider passwordCheck = new DaoAuthenticationProvider(this::account);

        Check(Predicate<String> mayUsePassword, Predicate<Passwords.Kept> usable) {
            this.mayUsePassword = mayUsePassword;
            this.usable = usable;
            passwordCheck.setPasswordEncoder(passwords.encoder());
        }

        @Override
        public Authentication authenticate(Authentication attempt) {
            String accountId = attempt.getName().strip().toLowerCase(Locale.ROOT);
            return throttle.inTurn(
                    accountId, () -> authenticate(accountId, placeOf(attempt), attempt.getCredentials()));
        }

        private Authentication authenticate(String accountId, String place, @Nullable Object password) {
            if (throttle.mustWait(accountId, place)) {
                throw new LockedException("Too many failed attempts. Wait a quarter of an hour and try again.");
            }
            try {
                var signedIn = passwordCheck.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(accountId, password));
                throttle.succeeded(accountId, place);
                return signedIn;
            } catch (AuthenticationException e) {
                throttle.failed(accountId, place);
                throw new BadCredentialsException("The account or the password is not right.", e);
            }
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return passwordCheck.supports(authentication);
        }

        private UserDetails account(String accountId) {
            return passwords
                    .find(accountId)
                    .filter(usable)
                    .filter(kept -> mayUsePassword.test(accountId))
                    .map(kept -> new User(
                            accountId, kept.encoded(), kept.oneTime() ? List.of(MUST_CHOOSE_PASSWORD) : List.of()))
                    .orElseThrow(() -> new UsernameNotFoundException("unknown"));
        }
    }

    private static String placeOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
