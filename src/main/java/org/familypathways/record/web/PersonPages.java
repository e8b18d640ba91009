package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.done;
import static org.familypathways.record.web.FormAnswer.wrong;

import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.ReadLog;
import org.familypathways.record.FamilyNetwork;
import org.familypathways.record.Fingerprint;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.PersonDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker adds a person to a family's network, or changes what is known of one. */
@Controller
class PersonPages {

    private final FamilyNetwork network;
    private final FamilyAccess access;
    private final ReadLog reads;

    PersonPages(FamilyNetwork network, FamilyAccess access, ReadLog reads) {
        this.network = network;
        this.access = access;
        this.reads = reads;
    }

    @GetMapping("/families/{id}/people/new")
    ModelAndView askForNew(@PathVariable String id) {
        access.requireVisible(id);
        return page(id, null, TypedForm.showing(Map.of("invited", "yes")));
    }

    @PostMapping("/families/{id}/people/new")
    ModelAndView add(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        access.requireVisible(id);
        var form = new TypedForm(typed);
        var details = PersonForm.read(form);
        return form.changes("firstName", () -> network.add(id, details))
                ? done(next, "The person was added to the family’s network.")
                : wrong(page(id, null, form));
    }

    @GetMapping("/families/{id}/people/{person}")
    ModelAndView show(@PathVariable String id, @PathVariable String person) {
        var known = network.person(id, person);
        reads.read(id, "person", "opened the details of " + person);
        var shown = new LinkedHashMap<>(PersonForm.show(PersonDetails.of(known)));
        shown.put("seen", Fingerprint.of(PersonDetails.of(known)));
        return page(id, known, TypedForm.showing(shown));
    }

    @PostMapping("/families/{id}/people/{person}")
    ModelAndView change(
            @PathVariable String id,
            @PathVariable String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var known = network.person(id, person);
        var form = new TypedForm(typed);
        var details = PersonForm.read(form);
        return form.changes("firstName", () -> network.change(id, person, form.text("seen"), details))
                ? done(next, "What is known of the person was changed.")
                : wrong(page(id, known, form));
    }

    private static ModelAndView page(String familyId, @Nullable NetworkMember person, TypedForm form) {
        var page = new ModelAndView("record/person", Map.of("familyId", familyId, "form", form));
        page.addObject("person", person);
        page.addObject("waysOfContact", PersonForm.WAYS_OF_CONTACT);
        return page;
    }
}
