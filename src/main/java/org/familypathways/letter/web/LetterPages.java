package org.familypathways.letter.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.ReadLog;
import org.familypathways.letter.LetterKind;
import org.familypathways.letter.LetterRefused;
import org.familypathways.letter.Letters;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.web.TypedForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing a letter and whom it is for, reading it before it is made, and making it. */
@Controller
@RequestMapping("/families/{id}/letters")
class LetterPages {

    private final FamilyAccess access;
    private final ReadLog reads;
    private final Letters letters;
    private final NetworkMembers network;

    LetterPages(FamilyAccess access, ReadLog reads, Letters letters, NetworkMembers network) {
        this.access = access;
        this.reads = reads;
        this.letters = letters;
        this.network = network;
    }

    @GetMapping("/new")
    ModelAndView choose(@PathVariable String id) {
        access.requireVisible(id);
        reads.read(id, "record", "opened the page to write a letter");
        return choicePage(id, TypedForm.empty());
    }

    /** The letter before it is made; the address holds references only. */
    @GetMapping
    ModelAndView read(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed) {
        access.requireVisible(id);
        var form = new TypedForm(typed);
        String code = form.required("letter", TypedForm.LONGEST_LINE, "Choose the letter.");
        String person = form.required("person", TypedForm.LONGEST_LINE, "Choose whom it is for.");
        return form.isRight() ? letterPage(id, code, person, form) : refused(choicePage(id, form));
    }

    @PostMapping
    ModelAndView make(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        access.requireVisible(id);
        var form = new TypedForm(typed);
        String code = form.text("letter");
        String person = form.text("person");
        try {
            long document = letters.make(id, code, person, form.text("seen"));
            next.addFlashAttribute("done", "The letter is on the family’s record. Save it here to print it.");
            next.addAttribute("document", document);
            return new ModelAndView("redirect:/families/{id}/documents/{document}");
        } catch (LetterRefused refused) {
            form.problem("letter", refused.sentence());
            return refused(letterPage(id, code, person, form));
        }
    }

    private ModelAndView letterPage(String id, String code, String person, TypedForm form) {
        try {
            return new ModelAndView(
                    "letter/letter",
                    Map.of(
                            "familyId", id,
                            "code", code,
                            "person", person,
                            "letter", letters.write(id, code, person),
                            "form", form));
        } catch (LetterRefused refused) {
            form.problem("letter", refused.sentence());
            return refused(choicePage(id, form));
        }
    }

    private ModelAndView choicePage(String id, TypedForm form) {
        var kinds = new LinkedHashMap<String, String>();
        letters.kinds().forEach((LetterKind kind) -> kinds.put(kind.code(), kind.title()));
        var people = new LinkedHashMap<String, String>();
        network.ofFamily(id)
                .forEach(
                        person -> people.put(person.id(), "%s, %s".formatted(person.displayName(), person.relation())));
        return new ModelAndView("letter/new", Map.of("familyId", id, "kinds", kinds, "people", people, "form", form));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }
}
