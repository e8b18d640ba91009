package org.familypathways.tasklist.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a page of the engine's web applications and its content-security policy name the same nonce. The engine keeps the
 * nonce in one place for all requests: when another request comes in between, the browser refuses every script of the
 * page, and Tasklist stays white.
 */
final class PageNonce extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern ON_PAGE = Pattern.compile("nonce=\"([\\w-]+)\"");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String policy = answer.getHeader(POLICY);
        String type = answer.getContentType();
        if (policy != null && type != null && type.startsWith(MediaType.TEXT_HTML_VALUE)) {
            var onPage = ON_PAGE.matcher(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
            if (onPage.find()) {
                answer.setHeader(POLICY, policy.replaceFirst("'nonce-[^']+'", "'nonce-" + onPage.group(1) + "'"));
            }
        }
        answer.copyBodyToResponse();
    }
}
