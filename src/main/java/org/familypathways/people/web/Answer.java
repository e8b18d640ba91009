package org.familypathways.people.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a form about people is answered: with a sentence on the next page, or with itself and what is wrong. */
final class Answer {

    private Answer() {}

    static ModelAndView done(RedirectAttributes next, String sentence, String path) {
        next.addFlashAttribute("done", sentence);
        return new ModelAndView("redirect:" + path);
    }

    static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
