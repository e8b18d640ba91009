package org.familypathways.tasklist.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Lets the engine's answers about tasks and forms say in one plain sentence why they refuse. */
final class PlainRefusals extends OncePerRequestFilter {

    private static final Pattern WORK = Pattern.compile(
            "/(?:engine-rest(?:/engine/default)?|camunda/api/engine/engine/default)/(?:task|process-definition|filter)(?:/.*)?");

    private final JsonMapper json;

    PlainRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !WORK.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() >= 400 && isJson(answer)) {
            byte[] plain = json.writeValueAsBytes(Map.of("type", "Refused", "message", sentence(answer)));
            answer.resetBuffer();
            answer.getOutputStream().write(plain);
        }
        answer.copyBodyToResponse();
    }

    private static boolean isJson(HttpServletResponse answer) {
        String type = answer.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private String sentence(ContentCachingResponseWrapper answer) {
        String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        return PlainSentence.of(json.readTree(body).path("message").asString(""));
    }
}
