package org.familypathways.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.familypathways.access.CurrentWorker;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says with every line of the log which request it belongs to and whose it is, by references. The number is made here:
 * what a caller sends could be anything. It stands behind the sign-in, because only there is it known who asks.
 */
@Component
@Order(0)
class LogContextFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put("request", UUID.randomUUID().toString());
        CurrentWorker.accountId().ifPresent(account -> MDC.put("account", account));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("request");
            MDC.remove("account");
        }
    }
}
