package org.familypathways.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * What somebody who has typed a password still has to do before anything else opens. It is asked with each request, so
 * that a passkey counts from the moment on at which it is added, and a role from the moment at which it is given.
 */
@Component
public class SignInSteps {

    /** What somebody has who signed in with a one-time password: nothing but the choice of another one. */
    public static final GrantedAuthority MUST_CHOOSE_PASSWORD = new SimpleGrantedAuthority("MUST_CHOOSE_PASSWORD");

    /** What a program has that sends its password with every request. It has no second factor and no session. */
    static final GrantedAuthority PROGRAM = new SimpleGrantedAuthority("PROGRAM");

    private final SecondFactor secondFactor;
    private final Passkeys passkeys;

    SignInSteps(SecondFactor secondFactor, Passkeys passkeys) {
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
    }

    /** One thing at a time. */
    public enum Step {
        USE_PASSKEY,
        CHOOSE_PASSWORD,
        ADD_PASSKEY
    }

    /** The next step; none for whoever has signed in wholly. */
    public Optional<Step> next(Authentication who) {
        boolean passkeyOpen = !isProven(who);
        if (passkeyOpen && passkeys.has(who.getName())) {
            return Optional.of(Step.USE_PASSKEY);
        }
        if (who.getAuthorities().contains(MUST_CHOOSE_PASSWORD)) {
            return Optional.of(Step.CHOOSE_PASSWORD);
        }
        return passkeyOpen && secondFactor.isRequiredOf(who.getName())
                ? Optional.of(Step.ADD_PASSKEY)
                : Optional.empty();
    }

    /** Whether nothing is left to do; not so for nobody. */
    public boolean areDone(@Nullable Authentication who) {
        return who != null
                && who.isAuthenticated()
                && !(who instanceof AnonymousAuthenticationToken)
                && next(who).isEmpty();
    }

    /** Whether a password alone does not open this account. */
    boolean needPasskey(String accountId) {
        return secondFactor.isRequiredOf(accountId) || passkeys.has(accountId);
    }

    /** By a passkey, by the identity provider, whose part the second factor is then, or as a program that may do without. */
    private static boolean isProven(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority -> FactorGrantedAuthority.WEBAUTHN_AUTHORITY.equals(authority)
                        || FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY.equals(authority)
                        || PROGRAM.getAuthority().equals(authority));
    }
}
