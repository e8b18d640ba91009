package org.familypathways.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.familypathways.access.LocalAccounts;
import org.familypathways.access.Permissions;
import org.familypathways.access.ProgramRequests;
import org.familypathways.access.SignInSteps;
import org.familypathways.access.SignInSteps.Step;
import org.familypathways.access.Workers;
import org.familypathways.access.process.EngineSignIn;
import org.familypathways.access.process.VisibleTasks;
import org.familypathways.access.provider.ProviderSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One sign-in in front of everything. Nothing is open but the sign-in page, what it looks like, and the sign of life for
 * load balancers; the engine's own first-run setup is closed for everybody, administrators included.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String SIGN_IN = "/sign-in";
    private static final String SIGNED_OUT = SIGN_IN + "?signed-out";
    /** Nothing from elsewhere, nothing inline but styles, which the diagrams need; Tasklist's policy is in application.yaml. */
    private static final String OWN_PAGES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final RequestMatcher ENGINE_WEB = PathPatternRequestMatcher.pathPattern("/camunda/**");
    private static final String XSRF = "X-XSRF-TOKEN";
    private static final RequestMatcher SIGN_OUT = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-out");
    private static final RequestMatcher TASKLIST_SIGN_OUT =
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
    private static final RequestMatcher ENGINE_PAGES = PathPatternRequestMatcher.pathPattern("/camunda/api/**");

    /** For programs: HTTP Basic with every request and no session. For scripts of our pages: the session. */
    @Bean
    @Order(1)
    SecurityFilterChain machineDoors(
            HttpSecurity http,
            LocalAccounts accounts,
            SignInSteps steps,
            Workers workers,
            Permissions permissions,
            VisibleTasks tasks,
            EngineSignIn engine) {
        return http.securityMatcher("/api/**", "/engine-rest/**")
                .authenticationProvider(accounts.forPrograms())
                .authorizeHttpRequests(requests -> requests.anyRequest().access(signedInWholly(steps)))
                .httpBasic(basic -> basic.authenticationEntryPoint(new ProgramsRefused()))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::couldBeForged))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new LeaversFilter(workers), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new PathFilter("/engine-rest/**", engine::forRest), AuthorizationFilter.class)
                .addFilterAfter(
                        new PathFilter("/engine-rest/**", new EngineDoorsFilter(permissions, tasks)),
                        AuthorizationFilter.class)
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageDoors(
            HttpSecurity http,
            LocalAccounts accounts,
            ProviderSignIn providers,
            SignInSteps steps,
            SignInSession session,
            Workers workers,
            Permissions permissions,
            VisibleTasks tasks,
            EngineSignIn engine) {
        providers.open(http, SIGN_IN);
        var expiry = new SessionExpiry(SIGN_IN, steps);
        return http.authenticationProvider(accounts.onPages())
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/assets/**", SIGN_IN, "/favicon.ico", "/error")
                        .permitAll()
                        .requestMatchers(ProviderSignIn.NOT_SET_UP)
                        .permitAll()
                        .requestMatchers(UsePasskeyPage.PATH)
                        .authenticated()
                        .requestMatchers(YourSignInPage.PATH)
                        .access(signedInUpTo(Step.CHOOSE_PASSWORD, steps))
                        .requestMatchers(PasskeyPages.NEW, PasskeyPages.NEW + "/made")
                        .access(signedInUpTo(Step.ADD_PASSKEY, steps))
                        .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/*/*/setup/**")
                        .denyAll()
                        .requestMatchers("/camunda/app/welcome/**", "/camunda-welcome/**")
                        .denyAll()
                        .requestMatchers("/camunda/api/admin/auth/user/*/login/**")
                        .denyAll()
                        .requestMatchers("/camunda/app/cockpit/**", "/camunda/app/admin/**")
                        .access(AuthorizationManagers.allOf(signedInWholly(steps), whoLookIntoCases(permissions)))
                        .anyRequest()
                        .access(signedInWholly(steps)))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("account")
                        .successHandler(session)
                        .failureHandler(backToSignIn())
                        .permitAll())
                .logout(logout -> logout.logoutRequestMatcher(SecurityConfiguration::isSignOut)
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                        .deleteCookies("SESSION")
                        .logoutSuccessHandler(
                                (request, response, who) -> afterSignOut(request, response, who, providers)))
                // the engine's web applications bring a protection of their own, with a cookie and a header
                .csrf(csrf -> csrf.ignoringRequestMatchers(ENGINE_PAGES))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), ENGINE_PAGES)
                        .defaultAuthenticationEntryPointFor(expiry, AnyRequestMatcher.INSTANCE)
                        .accessDeniedHandler(expiry))
                .addFilterBefore(new LeaversFilter(workers), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new PathFilter("/camunda/**", engine::forWebApplications), AuthorizationFilter.class)
                .addFilterAfter(
                        new PathFilter("/camunda/api/**", new EngineDoorsFilter(permissions, tasks)),
                        AuthorizationFilter.class)
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(ENGINE_WEB), new ContentSecurityPolicyHeaderWriter(OWN_PAGES)));
    }

    /** A request that changes something and that another site could have made the worker's browser send. */
    private static boolean couldBeForged(HttpServletRequest request) {
        return !ProgramRequests.isOne(request) && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }

    /** Ours, and Tasklist's own, which sends a header that no other site can make a browser send. */
    private static boolean isSignOut(HttpServletRequest request) {
        return SIGN_OUT.matches(request) || TASKLIST_SIGN_OUT.matches(request) && request.getHeader(XSRF) != null;
    }

    private static void afterSignOut(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication who,
            ProviderSignIn providers)
            throws IOException, ServletException {
        var provider = providers.afterSignOut(who, SIGNED_OUT);
        if (provider.isPresent()) {
            // Tasklist goes on by itself to where this leads
            provider.get().onLogoutSuccess(request, response, who);
        } else if (TASKLIST_SIGN_OUT.matches(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(request.getContextPath() + SIGNED_OUT);
        }
    }

    /** Signed in, and with nothing left to do for it. */
    private static AuthorizationManager<RequestAuthorizationContext> signedInWholly(SignInSteps steps) {
        return AuthorizationManagers.allOf(
                AuthenticatedAuthorizationManager.authenticated(),
                (who, request) -> new AuthorizationDecision(steps.areDone(who.get())));
    }

    /** Signed in wholly, or but for what is done here. */
    private static AuthorizationManager<RequestAuthorizationContext> signedInUpTo(Step step, SignInSteps steps) {
        return AuthorizationManagers.allOf(
                AuthenticatedAuthorizationManager.authenticated(),
                (who, request) -> new AuthorizationDecision(
                        steps.next(who.get()).filter(next -> next != step).isEmpty()));
    }

    private static AuthorizationManager<RequestAuthorizationContext> whoLookIntoCases(Permissions permissions) {
        return (who, request) ->
                new AuthorizationDecision(permissions.looksIntoCases(who.get().getName()));
    }

    private static AuthenticationFailureHandler backToSignIn() {
        return (request, response, failure) -> response.sendRedirect(
                request.getContextPath() + SIGN_IN + (failure instanceof LockedException ? "?wait" : "?failed"));
    }
}
