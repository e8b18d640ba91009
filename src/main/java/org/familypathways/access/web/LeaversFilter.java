package org.familypathways.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever has left since they signed in is signed out with their next request. */
final class LeaversFilter extends OncePerRequestFilter {

    private final Workers workers;

    LeaversFilter(Workers workers) {
        this.workers = workers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = CurrentWorker.accountId();
        if (account.isPresent()
                && account.flatMap(workers::find).filter(Worker::active).isEmpty()) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
