package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.wrong;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyConflict;
import org.familypathways.access.FamilyConflicts;
import org.familypathways.access.ReadLog;
import org.familypathways.access.Workers;
import org.familypathways.record.CaseManagers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.Involvements;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A worker declares a conflict of interest by a family's reference, without opening its record; the answer is the same
 * whether or not there is such a family. Its managers see what was declared, declare it for others, and withdraw it.
 */
@Controller
class ConflictPages {

    private static final String REFERENCE = "F-\\d{6,9}";

    private final FamilyConflicts conflicts;
    private final FamilyAccess access;
    private final CaseManagers managers;
    private final Involvements involvements;
    private final Workers workers;
    private final ReadLog reads;

    ConflictPages(
            FamilyConflicts conflicts,
            FamilyAccess access,
            CaseManagers managers,
            Involvements involvements,
            Workers workers,
            ReadLog reads) {
        this.conflicts = conflicts;
        this.access = access;
        this.managers = managers;
        this.involvements = involvements;
        this.workers = workers;
        this.reads = reads;
    }

    record Shown(String account, String name, String familyId, String reason, String declared) {}

    @GetMapping("/conflicts")
    ModelAndView own(@RequestParam(defaultValue = "") String family) {
        return ownPage(TypedForm.showing(Map.of("family", family)));
    }

    @PostMapping("/conflicts")
    ModelAndView declare(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = new TypedForm(typed);
        String family = form.text("family").toUpperCase(Locale.UK);
        if (!family.matches(REFERENCE)) {
            form.problem("family", "Enter the family’s reference, such as F-000123.");
        }
        String reason = form.required("reason", 2000, "Say what the conflict is.");
        if (!form.isRight()) {
            return wrong(ownPage(form));
        }
        conflicts.declare(family, reason);
        next.addFlashAttribute("done", "Your conflict with family %s is declared.".formatted(family));
        return new ModelAndView("redirect:/conflicts");
    }

    @GetMapping("/families/{id}/conflicts")
    ModelAndView ofFamily(@PathVariable String id) {
        managers.require(id);
        reads.read(id, "conflicts of interest", "opened who has a conflict with the family");
        return familyPage(id, TypedForm.empty());
    }

    @PostMapping("/families/{id}/conflicts")
    ModelAndView declareFor(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        managers.require(id);
        var form = new TypedForm(typed);
        String worker = form.text("other").isEmpty() ? form.text("worker") : form.text("other");
        if (worker.isEmpty()) {
            form.problem("worker", "Choose a worker, or enter an account.");
        }
        String reason = form.required("reason", 2000, "Say what the conflict is.");
        return form.changes("worker", () -> conflicts.declareFor(id, worker, reason))
                ? done(id, next, "The worker does not see the family any more.")
                : wrong(familyPage(id, form));
    }

    @PostMapping("/families/{id}/conflicts/withdraw")
    ModelAndView withdraw(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        managers.require(id);
        var form = new TypedForm(typed);
        String worker =
                form.required("withdrawn", TypedForm.LONGEST_LINE, "Choose whose conflict does not hold any more.");
        String reason = form.required("withdrawReason", 2000, "Say why the conflict does not hold any more.");
        return form.changes("withdrawn", () -> conflicts.withdraw(id, worker, reason))
                ? done(id, next, "The conflict is withdrawn.")
                : wrong(familyPage(id, form));
    }

    /** A manager who has declared it of themselves does not see the family any more either. */
    private ModelAndView done(String id, RedirectAttributes next, String sentence) {
        next.addFlashAttribute("done", sentence);
        return new ModelAndView(access.maySee(me(), id) ? "redirect:/families/{id}/conflicts" : "redirect:/families");
    }

    private ModelAndView ownPage(TypedForm form) {
        return new ModelAndView(
                "record/own-conflicts", Map.of("form", form, "declared", shown(conflicts.declaredBy(me()))));
    }

    private ModelAndView familyPage(String id, TypedForm form) {
        var declared = shown(conflicts.ofFamily(id));
        var withdrawable = new LinkedHashMap<String, String>();
        declared.forEach(conflict -> withdrawable.put(conflict.account(), conflict.name()));
        var known = new LinkedHashSet<String>();
        involvements.ofFamily(id).stream()
                .filter(part -> part.untilDay() == null)
                .forEach(part -> known.add(part.accountId()));
        known.removeAll(withdrawable.keySet());
        return new ModelAndView(
                "record/conflicts",
                Map.of(
                        "familyId", id,
                        "form", form,
                        "declared", declared,
                        "withdrawable", withdrawable,
                        "colleagues", workers.names(known)));
    }

    private List<Shown> shown(List<FamilyConflict> declared) {
        var names = workers.names(declared.stream()
                .flatMap(conflict -> Stream.of(conflict.accountId(), conflict.declaredBy()))
                .distinct()
                .toList());
        return declared.stream()
                .map(conflict -> new Shown(
                        conflict.accountId(),
                        names.getOrDefault(conflict.accountId(), conflict.accountId()),
                        conflict.familyId(),
                        conflict.reason(),
                        "%s, %s"
                                .formatted(
                                        conflict.isTheirOwnWord()
                                                ? "by the worker"
                                                : "by "
                                                        + names.getOrDefault(
                                                                conflict.declaredBy(), conflict.declaredBy()),
                                        EnglishTime.moment(conflict.declaredAt()))))
                .toList();
    }

    private static String me() {
        return CurrentWorker.accountId().orElseThrow();
    }
}
