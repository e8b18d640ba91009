package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.done;
import static org.familypathways.record.web.FormAnswer.wrong;

import java.util.Map;
import org.familypathways.access.ReadLog;
import org.familypathways.record.FamilyNetwork;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker says that a person does not belong to a family's network any more. */
@Controller
class EndPersonPage {

    private final FamilyNetwork network;
    private final ReadLog reads;

    EndPersonPage(FamilyNetwork network, ReadLog reads) {
        this.network = network;
        this.reads = reads;
    }

    @GetMapping("/families/{id}/people/{person}/end")
    ModelAndView ask(@PathVariable String id, @PathVariable String person) {
        var page = page(id, person, TypedForm.empty());
        reads.read(id, "person", "opened person %s to end their part in the network".formatted(person));
        return page;
    }

    @PostMapping("/families/{id}/people/{person}/end")
    ModelAndView end(
            @PathVariable String id,
            @PathVariable String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        network.person(id, person);
        var form = new TypedForm(typed);
        String reason = form.required("reason", 2000, "Say why this person does not belong to the network any more.");
        return form.changes("reason", () -> network.end(id, person, reason))
                ? done(next, "The person is no part of the family’s network any more.")
                : wrong(page(id, person, form));
    }

    private ModelAndView page(String id, String person, TypedForm form) {
        return new ModelAndView(
                "record/end-person", Map.of("familyId", id, "person", network.person(id, person), "form", form));
    }
}
