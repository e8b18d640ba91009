package org.familypathways.access.web;

import org.familypathways.access.LocalAccounts;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.SignInSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * The doors for those who watch over the application: signs of life for load balancers are open, figures are for the
 * monitoring system and for administrators, and everything else is for administrators alone.
 */
@Configuration(proxyBeanMethods = false)
class OperatorDoors {

    /** Whoever asks whether the node lives is not asked who they are: that would ask the database, which may be gone. */
    @Bean
    @Order(-1)
    SecurityFilterChain signOfLife(HttpSecurity http) {
        return http.securityMatcher("/actuator/health/liveness")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain operatorsDoors(
            HttpSecurity http,
            LocalAccounts accounts,
            SignInSteps steps,
            Permissions permissions,
            MonitoringSettings settings) {
        return http.securityMatcher("/actuator", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(monitorOrAdministrator(permissions, steps))
                        .anyRequest()
                        .access(administrator(permissions, steps)))
                .authenticationProvider(new MonitorAccount(settings))
                .authenticationProvider(accounts.forPrograms())
                .httpBasic(basic -> basic.authenticationEntryPoint(new ProgramsRefused()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> administrator(
            Permissions permissions, SignInSteps steps) {
        return (authentication, request) ->
                new AuthorizationDecision(isAdministrator(authentication.get(), permissions, steps));
    }

    private static AuthorizationManager<RequestAuthorizationContext> monitorOrAdministrator(
            Permissions permissions, SignInSteps steps) {
        return (authentication, request) -> new AuthorizationDecision(
                isMonitor(authentication.get()) || isAdministrator(authentication.get(), permissions, steps));
    }

    /**
     * A worker whose account happens to be called as the monitoring system's lends it no role; an administrator who has
     * not signed in wholly opens nothing.
     */
    private static boolean isAdministrator(Authentication who, Permissions permissions, SignInSteps steps) {
        return !isMonitor(who) && steps.areDone(who) && permissions.holdsAny(PracticeRole.ADMINISTRATOR);
    }

    private static boolean isMonitor(Authentication who) {
        return who.getAuthorities().stream()
                .anyMatch(authority -> MonitorAccount.READS_FIGURES.equals(authority.getAuthority()));
    }
}
