package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.done;
import static org.familypathways.record.web.FormAnswer.wrong;

import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.access.ReadLog;
import org.familypathways.record.FamilyPlan.Status;
import org.familypathways.record.PlanProgress;
import org.familypathways.record.PlannedAction;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker says where an action of a family's plan stands. */
@Controller
class PlanActionPage {

    private static final Map<String, String> STATUSES = new LinkedHashMap<>();

    static {
        STATUSES.put(Status.OPEN.id(), "Still to be done");
        STATUSES.put(Status.DONE.id(), "Done");
        STATUSES.put(Status.PARTLY_DONE.id(), "Partly done");
        STATUSES.put(Status.NO_LONGER_NEEDED.id(), "No longer needed");
    }

    private final PlanProgress progress;
    private final ReadLog reads;

    PlanActionPage(PlanProgress progress, ReadLog reads) {
        this.progress = progress;
        this.reads = reads;
    }

    @GetMapping("/families/{id}/actions/{action}")
    ModelAndView ask(@PathVariable String id, @PathVariable long action) {
        var planned = progress.action(id, action);
        reads.read(id, "plan", "opened action %d to say where it stands".formatted(action));
        String note = planned.action().statusNote();
        return page(
                planned,
                TypedForm.showing(Map.of("status", planned.action().status().id(), "note", note == null ? "" : note)));
    }

    @PostMapping("/families/{id}/actions/{action}")
    ModelAndView note(
            @PathVariable String id,
            @PathVariable long action,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var planned = progress.action(id, action);
        var form = new TypedForm(typed);
        String status = form.required("status", TypedForm.LONGEST_LINE, "Choose where the action stands.");
        if (!status.isEmpty() && !STATUSES.containsKey(status)) {
            form.problem("status", "Choose one of the answers.");
        }
        String note = form.upTo("note", 2000);
        return form.changes("note", () -> progress.note(id, action, Status.of(status), note))
                ? done(next, "What became of the action is on record.")
                : wrong(page(planned, form));
    }

    private static ModelAndView page(PlannedAction planned, TypedForm form) {
        return new ModelAndView(
                "record/plan-action",
                Map.of(
                        "familyId",
                        planned.plan().familyId(),
                        "action",
                        planned.action(),
                        "words",
                        new FamilyWords(),
                        "statuses",
                        STATUSES,
                        "form",
                        form));
    }
}
