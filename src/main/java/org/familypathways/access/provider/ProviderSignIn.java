package org.familypathways.access.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Opens the pages for whom the identity provider proves, and closes them, here and there, when they sign out. */
@Component
public class ProviderSignIn {

    /** Where a browser is told that it is being signed out with the provider as well. */
    public static final String SIGNING_OUT = "/signing-out";

    public static final String NOT_SET_UP = "/not-set-up";

    private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);

    private final @Nullable ClientRegistrationRepository registrations;
    private final List<Provider> providers;
    private final ProviderAccounts accounts;
    private final ProviderSessions sessions;

    ProviderSignIn(
            ObjectProvider<ClientRegistrationRepository> registrations,
            ObjectProvider<OAuth2ClientProperties> properties,
            ProviderAccounts accounts,
            ProviderSessions sessions) {
        this.registrations = registrations.getIfAvailable();
        this.providers = Optional.ofNullable(properties.getIfAvailable()).stream()
                .flatMap(found -> found.getRegistration().entrySet().stream())
                .map(entry -> new Provider(
                        Optional.ofNullable(entry.getValue().getClientName()).orElse(entry.getKey()),
                        "/oauth2/authorization/" + entry.getKey()))
                .toList();
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** A provider as people call it, and where one signs in with it. */
    public record Provider(String name, String path) {}

    /** Those that are configured; none where everybody signs in with a password. */
    public List<Provider> providers() {
        return providers;
    }

    /** Lets people sign in with the provider, and the provider end their sessions. Nothing without one. */
    public void open(HttpSecurity http, String signInPage) {
        if (registrations == null) {
            return;
        }
        http.oauth2Login(login -> login.loginPage(signInPage)
                .authorizedClientRepository(new NoTokensKept())
                .userInfoEndpoint(user -> user.oidcUserService(accounts))
                .successHandler(new Opening())
                .failureHandler((request, response, failure) -> refuse(request, response, signInPage, failure))
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O wayThere) {
                        wayThere.setAuthenticationFailureHandler(
                                (request, response, failure) -> refuse(request, response, signInPage, failure));
                        return wayThere;
                    }
                }));
        http.oidcLogout(logout -> logout.oidcSessionRegistry(sessions)
                .backChannel(channel -> channel.logoutHandler(
                        (request, response, ended) -> sessions.end((OidcLogoutToken) ended.getPrincipal()))));
    }

    /** What follows when this person has signed out here, where the provider has to be told; nothing for others. */
    public Optional<LogoutSuccessHandler> afterSignOut(@Nullable Authentication who, String signedOutPage) {
        if (registrations == null || !(who instanceof OAuth2AuthenticationToken)) {
            return Optional.empty();
        }
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}" + signedOutPage);
        handler.setDefaultTargetUrl(signedOutPage);
        handler.setRedirectStrategy((request, response, place) -> goOn(request, response, place));
        return Optional.of(handler);
    }

    /** A page leads to the provider: browsers do not let the answer to a form lead to another site. */
    private static void goOn(HttpServletRequest request, HttpServletResponse response, String place)
            throws IOException {
        if (place.startsWith("/")) {
            response.sendRedirect(request.getContextPath() + place);
            return;
        }
        response.setHeader("Refresh", "0;url=" + place);
        request.setAttribute("provider", place);
        try {
            request.getRequestDispatcher(SIGNING_OUT).forward(request, response);
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            String signInPage,
            AuthenticationException failure)
            throws IOException {
        boolean unknown = failure instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals(ProviderAccounts.NOT_SET_UP);
        if (!unknown) {
            log.warn(
                    "A sign-in with the identity provider failed: {}",
                    String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " "));
        }
        response.sendRedirect(request.getContextPath() + (unknown ? NOT_SET_UP : signInPage + "?provider"));
    }

    private final class Opening extends SavedRequestAwareAuthenticationSuccessHandler {

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication who)
                throws ServletException, IOException {
            if (who.getPrincipal() instanceof OidcUser proof && request.getRequestedSessionId() != null) {
                sessions.opened(request.getRequestedSessionId(), proof);
            }
            super.onAuthenticationSuccess(request, response, who);
        }
    }
}
