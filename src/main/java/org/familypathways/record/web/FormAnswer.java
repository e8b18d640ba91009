package org.familypathways.record.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a form of the record is answered: with a sentence on the family's page, or with itself and what is wrong. */
final class FormAnswer {

    private FormAnswer() {}

    static ModelAndView done(RedirectAttributes next, String sentence) {
        return done(next, sentence, true);
    }

    /** Whoever closes the family to themselves, or gives it away, goes on to those whom they still see. */
    static ModelAndView done(RedirectAttributes next, String sentence, boolean seen) {
        next.addFlashAttribute("done", sentence);
        return new ModelAndView(seen ? "redirect:/families/{id}" : "redirect:/families");
    }

    /** The page holds the form with what was typed. */
    static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }
}
