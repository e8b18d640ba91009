package org.familypathways.tasklist.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.ReadLog;
import org.familypathways.access.Workers;
import org.familypathways.engine.FormVersions;
import org.familypathways.record.Drafts;
import org.familypathways.record.Drafts.Draft;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.web.ReadableAnswer;
import org.familypathways.record.web.ReadableAnswers;
import org.familypathways.tasklist.process.DraftRights;
import org.familypathways.tasklist.process.DraftedSteps;
import org.familypathways.tasklist.process.DraftedSteps.DraftedStep;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the signed-in worker has typed into forms and not handed in, also where somebody else was faster. */
@Controller
@RequestMapping("/drafts")
class DraftPages {

    private final Drafts drafts;
    private final DraftedSteps steps;
    private final DraftRights rights;
    private final FormVersions forms;
    private final FamilyAccess access;
    private final Workers workers;
    private final ReadLog reads;

    DraftPages(
            Drafts drafts,
            DraftedSteps steps,
            DraftRights rights,
            FormVersions forms,
            FamilyAccess access,
            Workers workers,
            ReadLog reads) {
        this.drafts = drafts;
        this.steps = steps;
        this.rights = rights;
        this.forms = forms;
        this.access = access;
        this.workers = workers;
        this.reads = reads;
    }

    /**
     * A draft in words.
     *
     * @param mayOpenFamily whether its author still works with the family
     * @param goOn where it can be handed in; null when it no longer can
     */
    record Shown(
            String form,
            String step,
            String pathway,
            @Nullable String familyId,
            boolean mayOpenFamily,
            String keptOn,
            String state,
            @Nullable String goOn) {}

    @GetMapping
    String list(Model model) {
        String me = me();
        model.addAttribute(
                "drafts",
                readable(me)
                        .map(draft -> shown(draft, steps.find(draft.form()), me))
                        .toList());
        return "tasklist/drafts";
    }

    @GetMapping("/{form}")
    String read(@PathVariable String form, Model model) {
        String me = me();
        var draft = readable(me)
                .filter(each -> each.form().equals(form))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var step = steps.find(form);
        var shown = shown(draft, step, me);
        if (shown.familyId() != null) {
            reads.read(shown.familyId(), "draft", "read what they had typed");
        }
        model.addAttribute("draft", shown);
        model.addAttribute("answers", answers(draft, step));
        return "tasklist/draft";
    }

    @PostMapping("/{form}/discard")
    String discard(@PathVariable String form, RedirectAttributes next) {
        drafts.discard(form, me());
        next.addFlashAttribute("done", "The draft was discarded.");
        return "redirect:/drafts";
    }

    /** Asked of all of them, so that a draft about a closed family takes no longer to be refused than none. */
    private Stream<Draft> readable(String me) {
        return drafts.ofAuthor(me).stream().filter(draft -> !access.isTaskClosedTo(me, draft.form()));
    }

    private Shown shown(Draft draft, Optional<DraftedStep> step, String me) {
        boolean open = step.isPresent() && rights.mayHandIn(me, draft.form());
        String family = step.map(DraftedStep::familyId).orElse(null);
        return new Shown(
                draft.form(),
                step.map(DraftedStep::name).orElse("A step that is no longer known"),
                step.map(DraftedStep::pathway).orElse(""),
                family,
                family != null && access.maySee(me, family),
                EnglishTime.moment(draft.savedAt()),
                open ? "Can still be handed in" : step.map(this::whyNot).orElse("No longer needed"),
                open ? "/camunda/app/tasklist/default/" + (isTask(draft) ? "#/?task=" + draft.form() : "") : null);
    }

    private static boolean isTask(Draft draft) {
        return !draft.form().startsWith("start:");
    }

    private String whyNot(DraftedStep step) {
        String by = step.completedBy();
        if (by != null) {
            return "Already completed by " + workers.names(List.of(by)).getOrDefault(by, by);
        }
        return step.over() ? "No longer needed: the case has moved on" : "Now with somebody else";
    }

    private List<ReadableAnswer> answers(Draft draft, Optional<DraftedStep> step) {
        var asked = step.map(DraftedStep::form)
                .map(form -> forms.find(List.of(form)).get(form));
        return ReadableAnswers.of(asked.orElse(null), draft.answers(), Map.of());
    }

    private static String me() {
        return CurrentWorker.accountId().orElseThrow();
    }
}
