package org.familypathways.operations.web;

import java.time.Instant;
import java.util.List;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.intake.CensusImport;
import org.familypathways.intake.CensusImports;
import org.familypathways.operations.ConnectedNodes;
import org.familypathways.operations.Situation;
import org.familypathways.operations.Situations;
import org.familypathways.operations.StoppedStep;
import org.familypathways.operations.StoppedSteps;
import org.familypathways.record.EnglishTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an administrator looks at in the morning: what stopped, what did not arrive, what is late, and what to do. */
@Controller
@RequestMapping("/operations")
class OperationsPage {

    private static final int STEPS_ON_A_PAGE = 20;
    private static final int LATEST_IMPORTS = 5;

    private final Situations situations;
    private final StoppedSteps steps;
    private final CensusImports imports;
    private final ConnectedNodes nodes;
    private final Permissions permissions;

    OperationsPage(
            Situations situations,
            StoppedSteps steps,
            CensusImports imports,
            ConnectedNodes nodes,
            Permissions permissions) {
        this.situations = situations;
        this.steps = steps;
        this.imports = imports;
        this.nodes = nodes;
        this.permissions = permissions;
    }

    /** A stopped step as the page shows it. */
    record StepRow(StoppedStep step, String since) {}

    /** A census file as the page shows it. */
    record ImportRow(CensusImport taken, String uploaded) {}

    @ModelAttribute
    void onlyForAdministrators() {
        permissions.require(PracticeRole.ADMINISTRATOR);
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "1") int page, Model model) {
        String me = CurrentWorker.accountId().orElseThrow();
        Situation now = situations.nowFor(me);
        int pages = Math.max(1, (now.stoppedSteps() + STEPS_ON_A_PAGE - 1) / STEPS_ON_A_PAGE);
        int current = Math.min(Math.max(1, page), pages);
        model.addAttribute("now", now);
        model.addAttribute("at", EnglishTime.moment(now.at()));
        model.addAttribute("oldestDue", moment(now));
        model.addAttribute("steps", rows(me, current));
        model.addAttribute("page", current);
        model.addAttribute("pages", pages);
        model.addAttribute("imports", latestImports());
        model.addAttribute("nodes", nodes.names());
        return "operations/operations";
    }

    @PostMapping("/stopped-steps/{id}/try-again")
    String tryAgain(@PathVariable String id, RedirectAttributes next) {
        boolean begun = steps.tryAgain(id, CurrentWorker.accountId().orElseThrow());
        next.addFlashAttribute(
                "done",
                begun
                        ? "The step is being tried again. If it stops once more, it comes back to this page."
                        : "There was nothing to try again: somebody else was quicker, or the step has been done.");
        return "redirect:/operations";
    }

    private List<StepRow> rows(String me, int page) {
        return steps.page(me, page - 1, STEPS_ON_A_PAGE).stream()
                .map(step -> new StepRow(step, EnglishTime.moment(step.since())))
                .toList();
    }

    private List<ImportRow> latestImports() {
        return imports.page(0, LATEST_IMPORTS).stream()
                .map(taken -> new ImportRow(taken, EnglishTime.moment(taken.uploadedAt())))
                .toList();
    }

    private static String moment(Situation now) {
        Instant oldest = now.oldestDue();
        return oldest == null ? "" : EnglishTime.moment(oldest);
    }
}
