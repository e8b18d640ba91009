package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.done;
import static org.familypathways.record.web.FormAnswer.wrong;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.ReadLog;
import org.familypathways.record.Child;
import org.familypathways.record.ChildDetails;
import org.familypathways.record.FamilyChildren;
import org.familypathways.record.Fingerprint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker adds a child to a family, or completes what is known of one. */
@Controller
class ChildPages {

    private final FamilyChildren children;
    private final FamilyAccess access;
    private final ReadLog reads;
    private final Clock clock;

    ChildPages(FamilyChildren children, FamilyAccess access, ReadLog reads, Clock clock) {
        this.children = children;
        this.access = access;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/families/{id}/children/new")
    ModelAndView askForNew(@PathVariable String id) {
        access.requireVisible(id);
        return page(id, null, TypedForm.empty());
    }

    @PostMapping("/families/{id}/children/new")
    ModelAndView add(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        access.requireVisible(id);
        var form = new TypedForm(typed);
        var details = ChildForm.read(form, LocalDate.now(clock));
        return form.changes("firstName", () -> children.add(id, details))
                ? done(next, "The child was added to the family.")
                : wrong(page(id, null, form));
    }

    @GetMapping("/families/{id}/children/{child}")
    ModelAndView show(@PathVariable String id, @PathVariable String child) {
        var known = children.child(id, child);
        reads.read(id, "child", "opened the details of " + child);
        var shown = new LinkedHashMap<>(ChildForm.show(ChildDetails.of(known)));
        shown.put("seen", Fingerprint.of(ChildDetails.of(known)));
        return page(id, known, TypedForm.showing(shown));
    }

    @PostMapping("/families/{id}/children/{child}")
    ModelAndView change(
            @PathVariable String id,
            @PathVariable String child,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var known = children.child(id, child);
        var form = new TypedForm(typed);
        var details = ChildForm.read(form, LocalDate.now(clock));
        return form.changes("firstName", () -> children.change(id, child, form.text("seen"), details))
                ? done(next, "What is known of the child was changed.")
                : wrong(page(id, known, form));
    }

    private static ModelAndView page(String familyId, @Nullable Child child, TypedForm form) {
        var page = new ModelAndView("record/child", Map.of("familyId", familyId, "form", form));
        page.addObject("child", child);
        page.addObject("sexes", ChildForm.SEXES);
        return page;
    }
}
