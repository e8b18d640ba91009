package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.done;
import static org.familypathways.record.web.FormAnswer.wrong;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.ReadLog;
import org.familypathways.access.Workers;
import org.familypathways.record.CaseManagers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.FamilyWorkers;
import org.familypathways.record.Involvements.Involvement;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager gives a family its social worker, or ends a worker's part in the case. */
@Controller
class WorkerPages {

    private final CaseManagers managers;
    private final FamilyWorkers familyWorkers;
    private final Workers workers;
    private final ReadLog reads;

    WorkerPages(CaseManagers managers, FamilyWorkers familyWorkers, Workers workers, ReadLog reads) {
        this.managers = managers;
        this.familyWorkers = familyWorkers;
        this.workers = workers;
        this.reads = reads;
    }

    /** A worker's part in the case, with what the page says of it. */
    record Part(String account, String role, String name, String title, String from) {}

    @GetMapping("/families/{id}/workers/new")
    ModelAndView ask(@PathVariable String id) {
        managers.require(id);
        reads.read(id, "workers", "opened the page for allocating a worker");
        return allocation(id, TypedForm.empty());
    }

    @PostMapping("/families/{id}/workers/new")
    ModelAndView allocate(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        managers.require(id);
        var form = new TypedForm(typed);
        String account = form.required("worker", TypedForm.LONGEST_LINE, "Choose a social worker.");
        return form.changes("worker", () -> familyWorkers.allocate(id, account))
                ? done(next, "The social worker is allocated to the family.")
                : wrong(allocation(id, form));
    }

    @GetMapping("/families/{id}/workers/{role}/{account}/end")
    ModelAndView askWhy(@PathVariable String id, @PathVariable String role, @PathVariable String account) {
        var part = familyWorkers.part(id, role(role), account);
        reads.read(id, "workers", "opened the page for ending a worker's part");
        return ending(id, part, TypedForm.empty());
    }

    @PostMapping("/families/{id}/workers/{role}/{account}/end")
    ModelAndView end(
            @PathVariable String id,
            @PathVariable String role,
            @PathVariable String account,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var part = familyWorkers.part(id, role(role), account);
        var form = new TypedForm(typed);
        String reason = form.required("reason", 2000, "Say why the worker does not work with the family any more.");
        if (!form.isRight()) {
            return wrong(ending(id, part, form));
        }
        familyWorkers.end(id, role(role), account, reason);
        return done(next, "The worker does not work with the family any more.");
    }

    private ModelAndView allocation(String familyId, TypedForm form) {
        var choices = new LinkedHashMap<String, String>();
        familyWorkers.toChoose(familyId).forEach(worker -> choices.put(worker.accountId(), worker.name()));
        return new ModelAndView(
                "record/allocate-worker",
                Map.of("familyId", familyId, "choices", choices, "parts", parts(familyId), "form", form));
    }

    private ModelAndView ending(String familyId, Involvement part, TypedForm form) {
        return new ModelAndView(
                "record/end-worker",
                Map.of("familyId", familyId, "part", shown(part, names(List.of(part))), "form", form));
    }

    private List<Part> parts(String familyId) {
        var endable = familyWorkers.endable(familyId);
        var names = names(endable);
        return endable.stream().map(part -> shown(part, names)).toList();
    }

    private Map<String, String> names(List<Involvement> parts) {
        return workers.names(
                parts.stream().map(Involvement::accountId).distinct().toList());
    }

    private static Part shown(Involvement part, Map<String, String> names) {
        return new Part(
                part.accountId(),
                part.role(),
                names.getOrDefault(part.accountId(), part.accountId()),
                role(part.role()).title(),
                EnglishTime.day(part.fromDay()));
    }

    private static PracticeRole role(String id) {
        return PracticeRole.of(id).orElseThrow(FamilyNotFoundException::new);
    }
}
