package org.familypathways.record.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.ReadLog;
import org.familypathways.record.Children;
import org.familypathways.record.Siblings;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker who sees two families says that their children are siblings. */
@Controller
class SiblingsPage {

    private final Siblings siblings;
    private final Children children;
    private final FamilyAccess access;
    private final ReadLog reads;

    SiblingsPage(Siblings siblings, Children children, FamilyAccess access, ReadLog reads) {
        this.siblings = siblings;
        this.children = children;
        this.access = access;
        this.reads = reads;
    }

    @GetMapping("/families/{id}/siblings")
    ModelAndView ask(@PathVariable String id) {
        access.requireVisible(id);
        reads.read(id, "siblings", "opened the page for linking siblings");
        return page(id, TypedForm.empty());
    }

    @PostMapping("/families/{id}/siblings")
    ModelAndView link(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = new TypedForm(typed);
        Set<String> chosen = new TreeSet<>(form.chosen("child"));
        String other = form.text("other").toUpperCase(Locale.UK);
        if (siblings.areLinked(chosen, other)) {
            return linked(other, next);
        }
        access.requireVisible(id);
        if (chosen.isEmpty()) {
            form.problem("child", "Choose who joins the other family.");
        }
        form.required("other", TypedForm.LONGEST_LINE, "Enter the reference of the other family.");
        String reason = form.required("reason", 2000, "Say how you know that they belong together.");
        return form.changes("other", () -> siblings.link(id, chosen, other, reason))
                ? linked(other, next)
                : FormAnswer.wrong(page(id, form));
    }

    private static ModelAndView linked(String other, RedirectAttributes next) {
        next.addAttribute("other", other);
        next.addFlashAttribute("done", "The siblings are linked. Their record goes on here.");
        return new ModelAndView("redirect:/families/{other}");
    }

    private ModelAndView page(String id, TypedForm form) {
        return new ModelAndView(
                "record/siblings", Map.of("familyId", id, "children", children.ofFamily(id), "form", form));
    }
}
