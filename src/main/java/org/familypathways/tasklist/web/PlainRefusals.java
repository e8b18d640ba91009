package org.familypathways.tasklist.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.familypathways.access.Workers;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Lets the engine's answers about tasks and forms say in one plain sentence why they refuse. */
final class PlainRefusals extends OncePerRequestFilter {

    private static final Pattern WORK = Pattern.compile(
            "/(?:engine-rest(?:/engine/default)?|camunda/api/engine/engine/default)/(?:task|process-definition|filter)(?:/.*)?");

    private static final Pattern COMPLETED_BY = Pattern.compile("^This task was already completed by (\\S+)\\.$");
    private static final String MOVED_ON = "This task is no longer needed: the case has moved on.";
    private static final String KEPT = " What you typed is kept under “Drafts”.";

    private final JsonMapper json;
    private final Workers workers;

    PlainRefusals(JsonMapper json, Workers workers) {
        this.json = json;
        this.workers = workers;
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
            String sentence = sentence(answer);
            if (answer.getStatus() == 500 && !sentence.equals(PlainSentence.FAILED)) {
                // to the engine a refusal by one of our steps, or by a colleague who was faster, is a failure
                answer.setStatus(409);
            }
            byte[] plain = json.writeValueAsBytes(Map.of("type", "Refused", "message", sentence));
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
        String sentence = PlainSentence.of(json.readTree(body).path("message").asString(""));
        return sentence.equals(MOVED_ON) ? MOVED_ON + KEPT : withName(sentence);
    }

    /** The engine knows accounts only. */
    private String withName(String sentence) {
        var completed = COMPLETED_BY.matcher(sentence);
        return completed.matches()
                ? "This task was already completed by %s.%s"
                        .formatted(
                                workers.names(List.of(completed.group(1)))
                                        .getOrDefault(completed.group(1), completed.group(1)),
                                KEPT)
                : sentence;
    }
}
