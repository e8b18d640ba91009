package org.familypathways.home.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.engine.SomebodyWasFaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/** What is answered when nothing else answers: a page to people, a problem as RFC 9457 describes it to programs. */
@Controller
class ErrorAnswers extends BasicErrorController {

    private static final String FASTER =
            "Somebody else was faster. Look again, and do it once more if it is still needed.";

    ErrorAnswers(ErrorAttributes attributes, WebProperties web, ObjectProvider<ErrorViewResolver> views) {
        super(attributes, web.getError(), views.orderedStream().toList());
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        var status = getStatus(request);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        if (wasSlower(request)) {
            problem.put("detail", FASTER);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Two clicks at once are nobody's failure. */
    @Override
    protected HttpStatus getStatus(HttpServletRequest request) {
        return wasSlower(request) ? HttpStatus.CONFLICT : super.getStatus(request);
    }

    private static boolean wasSlower(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && SomebodyWasFaster.isWhy(failure);
    }
}
