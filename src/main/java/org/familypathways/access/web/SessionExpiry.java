package org.familypathways.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.familypathways.access.SignInSteps;
import org.familypathways.access.SignInSteps.Step;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Sends whoever is not signed in to the sign-in page, which says so when their session ended while they were away. Whoever
 * still has something to do before they are signed in wholly is led to where they do that.
 */
final class SessionExpiry extends LoginUrlAuthenticationEntryPoint implements AccessDeniedHandler {

    private static final RequestMatcher ENGINE_PAGES = PathPatternRequestMatcher.pathPattern("/camunda/api/**");

    private final String signIn;
    private final SignInSteps steps;
    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();

    SessionExpiry(String signIn, SignInSteps steps) {
        super(signIn);
        this.signIn = signIn;
        this.steps = steps;
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        return hasEnded(request) ? signIn + "?expired" : signIn;
    }

    /** What is sent after the session ended has lost its token with it; that is no attack. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var step = nextStep();
        if (denied instanceof CsrfException && hasEnded(request)) {
            response.sendRedirect(request.getContextPath() + signIn + "?expired");
        } else if (step.isPresent() && !ENGINE_PAGES.matches(request)) {
            response.sendRedirect(request.getContextPath() + SignInSession.pageOf(step.get()));
        } else {
            refuse.handle(request, response, denied);
        }
    }

    private Optional<Step> nextStep() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(who -> !(who instanceof AnonymousAuthenticationToken))
                .flatMap(steps::next);
    }

    private static boolean hasEnded(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
