package org.familypathways.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.process.VisibleTasks;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;

/** Stands before every request to the engine and lets through what {@link EngineDoors} and {@link HiddenExpressions} let. */
final class EngineDoorsFilter implements PathFilter.Step {

    private static final int LONGEST_BODY = 2_000_000;
    private static final Pattern ENGINE = Pattern.compile(
            "(?:/engine-rest(?:/engine/default)?|/camunda/api/engine/engine/default)(/.*)|/camunda/api/engine(/engine)/?");
    private static final Pattern TASK_RESOURCE = Pattern.compile("\\s*\\+?0*7\\s*");
    private static final Pattern WEB_APPLICATION = Pattern.compile(
            "/camunda/api/(?:admin/auth/user/[^/]+|(?:tasklist|cockpit|admin|welcome)/plugin/[^/]+/static/.*)");
    private static final Pattern ADMINISTRATORS_APPLICATION =
            Pattern.compile("/camunda/api/(?:cockpit|admin)/plugin/.*");

    private final Permissions permissions;
    private final VisibleTasks tasks;

    EngineDoorsFilter(Permissions permissions, VisibleTasks tasks) {
        this.permissions = permissions;
        this.tasks = tasks;
    }

    @Override
    public void take(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher engine = ENGINE.matcher(path);
        boolean administrator =
                CurrentWorker.accountId().filter(permissions::looksIntoCases).isPresent();
        if (!engine.matches()) {
            if (isOpenOutsideEngine(request.getMethod(), path, administrator)) {
                chain.doFilter(request, response);
            } else {
                refuse(response, 403, "This door is closed.");
            }
            return;
        }
        String asked = withoutSlash(engine.group(1) == null ? engine.group(2) : engine.group(1));
        if (!EngineDoors.isOpen(request.getMethod(), asked, administrator)
                || EngineDoors.tellsWhatOthersDid(asked) && isKeptFromCases(administrator)) {
            refuse(
                    response,
                    403,
                    "This cannot be done here. Work on tasks in Tasklist; models, records and people have"
                            + " pages of their own.");
        } else if (Collections.list(request.getParameterNames()).stream().anyMatch(HiddenExpressions::isExpression)) {
            refuseExpressions(response);
        } else if (EngineDoors.taskIn(asked)
                .or(() -> taskOfRight(asked, request))
                .filter(task -> isHidden(task, asked))
                .isPresent()) {
            refuse(
                    response,
                    EngineDoors.isReading(request.getMethod()) ? 404 : 403,
                    "This task is done already, or is for another role, team or person.");
        } else {
            passWithBody(request, response, chain, asked, administrator);
        }
    }

    private boolean isKeptFromCases(boolean looksIntoCases) {
        return !looksIntoCases && permissions.holdsAny(PracticeRole.ADMINISTRATOR);
    }

    /** A right on one task tells that there is such a task, so it is a question about that task. */
    private static Optional<String> taskOfRight(String asked, HttpServletRequest request) {
        String resource = request.getParameter("resourceType");
        return asked.equals("/authorization/check")
                        && resource != null
                        && TASK_RESOURCE.matcher(resource).matches()
                ? Optional.ofNullable(request.getParameter("resourceId"))
                : Optional.empty();
    }

    /** The answers to a form that somebody else was faster with are kept, so they must arrive. */
    private boolean isHidden(String task, String asked) {
        return !tasks.sees(task) && !(EngineDoors.takesAnswers(asked) && tasks.isOver(task));
    }

    private static void passWithBody(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String asked,
            boolean administrator)
            throws IOException, ServletException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            refuse(response, 413, "This is too long.");
            return;
        }
        try {
            boolean safeOnes = administrator && EngineDoors.keepsFilter(asked);
            if (!EngineDoors.takesAnswers(asked) && HiddenExpressions.in(body, safeOnes)) {
                refuseExpressions(response);
                return;
            }
        } catch (JacksonException e) {
            refuse(response, 400, "The body of this request cannot be read.");
            return;
        }
        chain.doFilter(new BodyAgain(request, body), response);
    }

    private static boolean isOpenOutsideEngine(String method, String path, boolean administrator) {
        boolean reading = method.equals("GET") || method.equals("HEAD");
        if (reading && WEB_APPLICATION.matcher(path).matches()) {
            return true;
        }
        return administrator
                && (reading || method.equals("POST"))
                && ADMINISTRATORS_APPLICATION.matcher(path).matches();
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static void refuseExpressions(HttpServletResponse response) throws IOException {
        refuse(response, 403, "Expressions are not allowed here.");
    }

    /** In the shape in which the engine answers, so that Tasklist shows the sentence. */
    private static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write("{\"type\":\"Refused\",\"message\":\"" + sentence + "\"}");
    }

    /** The body has been read; the engine reads it once more. */
    private static final class BodyAgain extends HttpServletRequestWrapper {

        private final byte[] body;

        BodyAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {

                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body is already here");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
