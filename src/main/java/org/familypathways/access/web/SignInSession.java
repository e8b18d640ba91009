package org.familypathways.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.familypathways.access.SignInSteps;
import org.familypathways.access.SignInSteps.Step;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** What the session of a worker has proven so far, and where they go on from there. */
@Component
class SignInSession implements AuthenticationSuccessHandler {

    private static final Duration JUST = Duration.ofMinutes(10);

    private final SignInSteps steps;
    private final AuthenticationSuccessHandler wholly = new SavedRequestAwareAuthenticationSuccessHandler();
    private final SecurityContextRepository signIns = new HttpSessionSecurityContextRepository();

    SignInSession(SignInSteps steps) {
        this.steps = steps;
    }

    /** The page of a step. */
    static String pageOf(Step step) {
        return switch (step) {
            case USE_PASSKEY -> UsePasskeyPage.PATH;
            case CHOOSE_PASSWORD -> YourSignInPage.PATH;
            case ADD_PASSKEY -> PasskeyPages.NEW;
        };
    }

    /** Not so in a session that was open when the passkey became necessary: anybody may sit there. */
    boolean hasJustTypedPassword(Authentication who) {
        var longAgo = Instant.now().minus(JUST);
        return who.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(factor -> FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(factor.getAuthority()))
                .anyMatch(factor -> factor.getIssuedAt().isAfter(longAgo));
    }

    Authentication passkeyProven(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        return change(
                who,
                proven -> proven.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY)),
                request,
                response);
    }

    Authentication passwordChosen(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        return change(who, proven -> proven.remove(SignInSteps.MUST_CHOOSE_PASSWORD), request, response);
    }

    /** To the next step, or to the page that was asked for first. */
    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        var next = steps.next(who);
        if (next.isPresent()) {
            response.sendRedirect(request.getContextPath() + pageOf(next.get()));
        } else {
            wholly.onAuthenticationSuccess(request, response, who);
        }
    }

    /** The session opens more than before, so it is known by another id from now on. */
    private Authentication change(
            Authentication who,
            Consumer<Collection<GrantedAuthority>> change,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.changeSessionId();
        var changed = who.toBuilder().authorities(change::accept).build();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(changed);
        SecurityContextHolder.setContext(context);
        signIns.saveContext(context, request, response);
        return changed;
    }
}
