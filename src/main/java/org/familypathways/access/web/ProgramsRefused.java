package org.familypathways.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.familypathways.access.PasskeyNeededException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

/** What a program reads that is not let in; a script of a page is not answered with the browser's own box. */
final class ProgramsRefused implements AuthenticationEntryPoint {

    static final String REALM = "Family Pathways";

    private final AuthenticationEntryPoint script = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
    private final BasicAuthenticationEntryPoint program = new BasicAuthenticationEntryPoint();

    ProgramsRefused() {
        program.setRealmName(REALM);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused instanceof PasskeyNeededException) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"%s\"".formatted(REALM));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            JsonMapper.shared()
                    .writeValue(
                            response.getWriter(),
                            Map.of(
                                    "title",
                                    HttpStatus.UNAUTHORIZED.getReasonPhrase(),
                                    "status",
                                    HttpStatus.UNAUTHORIZED.value(),
                                    "detail",
                                    String.valueOf(refused.getMessage())));
        } else if ("XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            script.commence(request, response, refused);
        } else {
            program.commence(request, response, refused);
        }
    }
}
