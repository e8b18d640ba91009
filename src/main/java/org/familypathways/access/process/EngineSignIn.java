package org.familypathways.access.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.familypathways.access.CurrentWorker;
import org.springframework.stereotype.Component;

/**
 * Tells the engine, for the time of one request, who is signed in. The engine's web applications keep it in the session
 * as well and ask again with every request, so that groups are never older than the request.
 */
@Component
public class EngineSignIn {

    private final ProcessEngine engine;
    private final WorkerGroups groups;

    EngineSignIn(ProcessEngine engine, WorkerGroups groups) {
        this.engine = engine;
        this.groups = groups;
    }

    /** For the engine's REST interface. */
    public void forRest(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = CurrentWorker.accountId().orElseThrow();
        var identity = engine.getIdentityService();
        identity.setAuthentication(account, groups.of(account));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** For Tasklist and its sisters. */
    public void forWebApplications(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = CurrentWorker.accountId().orElseThrow();
        Authentications known = AuthenticationUtil.getAuthsFromSession(request.getSession());
        var before = known.getAuthenticationForProcessEngine(engine.getName());
        if (before == null || !before.getIdentityId().equals(account)) {
            var authentication = AuthenticationUtil.createAuthentication(engine, account);
            if (authentication != null) {
                known.addOrReplace(authentication);
                AuthenticationUtil.updateSession(request.getSession(), known);
            }
        }
        chain.doFilter(request, response);
    }
}
