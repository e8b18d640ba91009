package org.familypathways.database.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in a sentence that the database does not answer. It stands in front of everything, because sessions and sign-in
 * need the database as well, and it needs nothing: the usual page for errors would look for the signed-in worker.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseOutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseOutageFilter.class);
    private static final Pattern FOR_PROGRAMS = Pattern.compile("/(?:api|engine-rest|camunda/api)/.*");
    private static final String SECONDS_UNTIL_ANOTHER_TRY = "10";

    private final JsonMapper json;
    private final String page;

    DatabaseOutageFilter(JsonMapper json) throws IOException {
        this.json = json;
        this.page = new ClassPathResource("templates/database/outage.html").getContentAsString(StandardCharsets.UTF_8);
    }

    /** The page for another error may need the database too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            log.warn("The database does not answer, so a request was turned away");
            turnAway(request, response);
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        beginAgain(response);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_ANOTHER_TRY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (FOR_PROGRAMS.matcher(path).matches()) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem()));
        } else {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getOutputStream()
                    .write(page.replace("{context}", request.getContextPath()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A page may have begun to write itself; of that only the headers stay, which were set for safety. */
    private static void beginAgain(HttpServletResponse response) {
        var headers = new HttpHeaders();
        response.getHeaderNames().forEach(name -> headers.addAll(name, List.copyOf(response.getHeaders(name))));
        response.reset();
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }

    private static ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The records cannot be reached at the moment. What you sent last has either arrived as a whole or not at"
                        + " all. Try again in a minute.");
        problem.setTitle("The database does not answer.");
        return problem;
    }
}
