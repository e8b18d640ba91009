package org.familypathways.access;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

    private final Passwords passwords;
    private final PasswordSignIns signIns;
    private final SignInThrottle throttle;
    private final SignInSteps steps;

    LocalAccounts(Passwords passwords, PasswordSignIns signIns, SignInThrottle throttle, SignInSteps steps) {
        this.passwords = passwords;
        this.signIns = signIns;
        this.throttle = throttle;
        this.steps = steps;
    }

    /** The check of the sign-in page. */
    public AuthenticationProvider onPages() {
        return new Check(
                signIns::isOpenOnPages,
                kept -> true,
                kept -> kept.oneTime() ? List.of(SignInSteps.MUST_CHOOSE_PASSWORD) : List.of(),
                account -> false);
    }

    /** The check of the doors for programs, which can neither choose a password of their own nor use a passkey. */
    public AuthenticationProvider forPrograms() {
        return new Check(
                signIns::isOpenForPrograms,
                kept -> !kept.oneTime(),
                kept -> List.of(SignInSteps.PROGRAM),
                account -> !signIns.isProgram(account) && steps.needPasskey(account));
    }

    private final class Check implements AuthenticationProvider {

        private final Predicate<String> mayUsePassword;
        private final Predicate<Passwords.Kept> usable;
        private final Function<Passwords.Kept, List<GrantedAuthority>> marks;
        private final Predicate<String> needsPasskeyHere;
        private final DaoAuthenticationProvider passwordCheck = new DaoAuthenticationProvider(this::account);

        Check(
                Predicate<String> mayUsePassword,
                Predicate<Passwords.Kept> usable,
                Function<Passwords.Kept, List<GrantedAuthority>> marks,
                Predicate<String> needsPasskeyHere) {
            this.mayUsePassword = mayUsePassword;
            this.usable = usable;
            this.marks = marks;
            this.needsPasskeyHere = needsPasskeyHere;
            passwordCheck.setPasswordEncoder(passwords.encoder());
        }

        @Override
        public Authentication authenticate(Authentication attempt) {
            String accountId = attempt.getName().strip().toLowerCase(Locale.ROOT);
            var signedIn = throttle.inTurn(
                    accountId, () -> authenticate(accountId, placeOf(attempt), attempt.getCredentials()));
            // said only to whoever knows the password: it tells something about the account
            if (needsPasskeyHere.test(accountId)) {
                throw new PasskeyNeededException();
            }
            return signedIn;
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
                    .map(kept -> new User(accountId, kept.encoded(), marks.apply(kept)))
                    .orElseThrow(() -> new UsernameNotFoundException("unknown"));
        }
    }

    private static String placeOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
