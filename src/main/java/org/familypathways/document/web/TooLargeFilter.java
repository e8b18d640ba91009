package org.familypathways.document.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.familypathways.document.DocumentSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads somebody who sends a file that is much too large back to the page, which says so, before any of it is put on
 * disk. It stands first, because whoever asks for a field of the form has the whole of it read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TooLargeFilter extends OncePerRequestFilter {

    /** What a form holds beside its file. */
    private static final long REST_OF_FORM = 256 * 1024;

    private static final RequestMatcher DOCUMENTS = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/families/{id}/documents/**"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/families/{id}/entries/{entry}/documents"));

    private final DocumentSettings settings;

    TooLargeFilter(DocumentSettings settings) {
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= settings.largest().toBytes() + REST_OF_FORM
                || !DOCUMENTS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // a browser listens for the answer only after it has sent everything
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        String page = request.getRequestURI();
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, (page.endsWith("/documents") ? page + "/new" : page) + "?tooLarge");
    }
}
