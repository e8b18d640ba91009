package org.familypathways.record.web;

import java.util.Map;
import org.familypathways.record.CaseManagers;
import org.familypathways.record.NotTheirCaseException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells whoever sees a family and does not answer for its case who does. */
@ControllerAdvice
class NotTheirCase {

    private final CaseManagers managers;

    NotTheirCase(CaseManagers managers) {
        this.managers = managers;
    }

    @ExceptionHandler
    ModelAndView refuse(NotTheirCaseException refused) {
        var page = new ModelAndView(
                "record/not-their-case",
                Map.of("familyId", refused.familyId(), "managers", managers.of(refused.familyId())));
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }
}
