package org.familypathways.document.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.familypathways.access.ProgramRequests;
import org.familypathways.document.DocumentSettings;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what is much too large from being put on disk: whoever asks for a field of a form has the whole of it read first,
 * also for somebody who has not signed in. Only census files are larger than documents. It stands right behind the session.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class TooLargeFilter extends OncePerRequestFilter {

    /** What a form holds beside its file. */
    private static final long REST_OF_FORM = 256 * 1024;

    private static final RequestMatcher DOCUMENTS = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/families/{id}/documents/**"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/families/{id}/entries/{entry}/documents"));

    private static final RequestMatcher CENSUS_FILES = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/imports"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/census-imports"));

    private final DocumentSettings settings;

    TooLargeFilter(DocumentSettings settings) {
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        long length = request.getContentLengthLong();
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        boolean isSmall = length >= 0 && length <= settings.largest().toBytes() + REST_OF_FORM;
        return !isForm || isSmall;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CENSUS_FILES.matches(request) && (ProgramRequests.isOne(request) || hasSignedIn(request))) {
            chain.doFilter(request, response);
        } else if (DOCUMENTS.matches(request) && request.getContentLengthLong() > 0) {
            leadBack(request, response);
        } else {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }

    private static boolean hasSignedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    /** To the page, which says that the file is too large. */
    private static void leadBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // a browser listens for the answer only after it has sent everything
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        String page = request.getRequestURI();
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, (page.endsWith("/documents") ? page + "/new" : page) + "?tooLarge");
    }
}
