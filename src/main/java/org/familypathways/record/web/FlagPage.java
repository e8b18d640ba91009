package org.familypathways.record.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.familypathways.access.ReadLog;
import org.familypathways.record.CaseManagers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.FamilyFlag;
import org.familypathways.record.FamilyFlags;
import org.familypathways.record.FamilyFlags.SetFlag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those who answer for a case say what everybody must know of the family before they act or share. */
@Controller
class FlagPage {

    private final FamilyFlags flags;
    private final CaseManagers managers;
    private final ReadLog reads;

    FlagPage(FamilyFlags flags, CaseManagers managers, ReadLog reads) {
        this.flags = flags;
        this.managers = managers;
        this.reads = reads;
    }

    /** @param about the name of the person whom it is about; null when it is the whole family */
    record Shown(
            long id, String title, String advice, @Nullable String about, String reason, String since) {}

    @GetMapping("/families/{id}/flags")
    ModelAndView show(@PathVariable String id) {
        managers.require(id);
        reads.read(id, "flags", "opened what must be known of the family");
        return page(id, TypedForm.empty());
    }

    @PostMapping("/families/{id}/flags")
    ModelAndView set(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        managers.require(id);
        var form = new TypedForm(typed);
        var flag = FamilyFlag.of(form.required("flag", TypedForm.LONGEST_LINE, "Choose what everybody must know."));
        String reason = form.required("reason", 2000, "Say why everybody must know this.");
        if (flag.isEmpty()) {
            form.problem("flag", "Choose what everybody must know.");
        }
        return form.changes("about", () -> flags.set(id, flag.orElseThrow(), form.textOrNull("about"), reason))
                ? FormAnswer.done(next, "It stands at the top of the family’s page now.")
                : FormAnswer.wrong(page(id, form));
    }

    @PostMapping("/families/{id}/flags/lift")
    ModelAndView lift(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        managers.require(id);
        var form = new TypedForm(typed);
        String chosen = form.required("lifted", 18, "Choose what need not be heeded any more.");
        String reason = form.required("liftReason", 2000, "Say why this need not be heeded any more.");
        if (!chosen.matches("\\d+")) {
            form.problem("lifted", "Choose what need not be heeded any more.");
        }
        return form.changes("lifted", () -> flags.lift(id, Long.parseLong(chosen), reason))
                ? FormAnswer.done(next, "It does not stand on the family’s page any more.")
                : FormAnswer.wrong(page(id, form));
    }

    private ModelAndView page(String id, TypedForm form) {
        var people = flags.people(id);
        var set = shown(flags.ofFamily(id), people);
        var choices = new LinkedHashMap<String, String>();
        set.forEach(flag -> choices.put(
                String.valueOf(flag.id()), flag.about() == null ? flag.title() : flag.title() + ": " + flag.about()));
        return new ModelAndView(
                "record/flags",
                Map.of("familyId", id, "form", form, "set", set, "known", kinds(), "people", people, "lift", choices));
    }

    static List<Shown> shown(List<SetFlag> set, Map<String, String> people) {
        return set.stream()
                .map(flag -> new Shown(
                        flag.id(),
                        flag.flag().title(),
                        flag.flag().advice(),
                        flag.about() == null ? null : people.getOrDefault(flag.about(), flag.about()),
                        flag.reason(),
                        EnglishTime.moment(flag.setAt())))
                .toList();
    }

    private static Map<String, String> kinds() {
        return Stream.of(FamilyFlag.values())
                .collect(
                        Collectors.toMap(FamilyFlag::name, FamilyFlag::title, (one, other) -> one, LinkedHashMap::new));
    }
}
