package org.familypathways.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.familypathways.access.LocalAccounts;
import org.springframework.security.access.AccessDeniedException;
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
 * still has to choose a password of their own is led to where they do that.
 */
final class SessionExpiry extends LoginUrlAuthenticationEntryPoint implements AccessDeniedHandler {

    private static final RequestMatcher ENGINE_PAGES = PathPatternRequestMatcher.pathPattern("/camunda/api/**");

    private final String signIn;
    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();

    SessionExpiry(String signIn) {
        super(signIn);
        this.signIn = signIn;
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
        if (denied instanceof CsrfException && hasEnded(request)) {
            response.sendRedirect(request.getContextPath() + signIn + "?expired");
        } else if (hasToChoosePassword() && !ENGINE_PAGES.matches(request)) {
            response.sendRedirect(request.getContextPath() + YourSignInPage.PATH);
        } else {
            refuse.handle(request, response, denied);
        }
    }

    private static boolean hasToChoosePassword() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getAuthorities().contains(LocalAccounts.MUST_CHOOSE_PASSWORD);
    }

    private static boolean hasEnded(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
