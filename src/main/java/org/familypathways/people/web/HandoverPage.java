package org.familypathways.people.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.familypathways.access.Absences;
import org.familypathways.access.LastAdministratorException;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.people.Handover;
import org.familypathways.people.HandoverRefused;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.web.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work of somebody who leaves, and into whose hands it goes. */
@Controller
@RequestMapping("/people/workers/{account}/handover")
class HandoverPage {

    /** More at a time than anybody hands over one by one. */
    private static final int SHOWN = 25;

    private static final String TEAM = "team";

    private final Handover handover;
    private final Workers workers;
    private final Permissions permissions;
    private final Absences absences;

    HandoverPage(Handover handover, Workers workers, Permissions permissions, Absences absences) {
        this.absences = absences;
        this.handover = handover;
        this.workers = workers;
        this.permissions = permissions;
    }

    /** Something in the leaver's hands, with the colleagues who could take it, by account. */
    record Item(
            String id, String name, String about, @Nullable String familyId, Map<String, String> colleagues) {}

    /** Somebody for whom the leaver acts; whoever may, chooses somebody else there. */
    record ActsFor(String account, String name, String from, String until, boolean mayChoose) {}

    @GetMapping
    ModelAndView show(@PathVariable String account) {
        return page(account, TypedForm.empty());
    }

    @PostMapping("/task")
    ModelAndView task(
            @PathVariable String account,
            @RequestParam String task,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes next) {
        return change(
                account,
                to,
                next,
                "The task is in other hands.",
                goesTo -> handover.handOverTask(account, task, goesTo));
    }

    @PostMapping("/family")
    ModelAndView family(
            @PathVariable String account,
            @RequestParam String family,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes next) {
        return change(
                account,
                to,
                next,
                "The family’s case is in other hands.",
                goesTo -> handover.handOverPart(account, family, role, goesTo));
    }

    @PostMapping("/everything")
    ModelAndView everything(
            @PathVariable String account, @RequestParam(defaultValue = "") String to, RedirectAttributes next) {
        var left = new int[1];
        var answer = change(
                account,
                to,
                next,
                "Everything that could go there is handed over.",
                goesTo -> left[0] = handover.handOverEverything(account, goesTo));
        if (left[0] > 0) {
            next.addFlashAttribute("done", "What could go there is handed over. What is left needs somebody else.");
        }
        return answer;
    }

    @PostMapping("/left")
    ModelAndView confirmLeft(@PathVariable String account, RedirectAttributes next) {
        permissions.require(PracticeRole.ADMINISTRATOR);
        Worker worker = worker(account);
        try {
            handover.confirmLeft(account);
            return Answer.done(next, worker.name() + " has left.", "/people/workers/" + account);
        } catch (HandoverRefused | LastAdministratorException refused) {
            return wrong(account, "left", String.valueOf(refused.getMessage()));
        }
    }

    private ModelAndView change(
            String account,
            String to,
            RedirectAttributes next,
            String done,
            java.util.function.Consumer<@Nullable String> change) {
        worker(account);
        if (to.isBlank()) {
            return wrong(account, "everything", "Choose a colleague, or the team.");
        }
        try {
            change.accept(to.equals(TEAM) ? null : to);
            return Answer.done(next, done, "/people/workers/" + account + "/handover");
        } catch (HandoverRefused refused) {
            return wrong(account, "everything", String.valueOf(refused.getMessage()));
        }
    }

    private ModelAndView wrong(String account, String field, String sentence) {
        var form = TypedForm.empty();
        form.problem(field, sentence);
        return Answer.wrong(page(account, form));
    }

    private ModelAndView page(String account, TypedForm form) {
        Worker worker = worker(account);
        var allTasks = handover.tasks(account);
        var allParts = handover.parts(account);
        List<Item> tasks = new ArrayList<>();
        allTasks.stream()
                .limit(SHOWN)
                .forEach(task -> tasks.add(new Item(
                        task.id(), task.name(), task.pathway(), task.familyId(), names(handover.suitable(task)))));
        List<Item> families = new ArrayList<>();
        allParts.stream()
                .limit(SHOWN)
                .forEach(part -> families.add(new Item(
                        part.role().id(),
                        part.role().title(),
                        "from " + EnglishTime.day(part.fromDay()),
                        part.familyId(),
                        names(handover.suitable(part, account)))));
        var colleagues = new TreeMap<String, String>();
        tasks.forEach(item -> colleagues.putAll(item.colleagues()));
        families.forEach(item -> colleagues.putAll(item.colleagues()));
        var page = new ModelAndView("people/handover", Map.of("person", worker, "form", form));
        page.addObject("tasks", tasks);
        page.addObject("families", families);
        page.addObject("moreTasks", allTasks.size() - tasks.size());
        page.addObject("moreFamilies", allParts.size() - families.size());
        page.addObject("colleagues", colleagues);
        page.addObject("administrator", permissions.holdsAny(PracticeRole.ADMINISTRATOR));
        page.addObject("leaving", workers.leaving().contains(account));
        page.addObject("actsFor", actsFor(account));
        return page;
    }

    private List<ActsFor> actsFor(String account) {
        var acting = absences.ofDeputy(account);
        var names =
                workers.names(acting.stream().map(Absences.Absence::accountId).toList());
        return acting.stream()
                .map(absence -> new ActsFor(
                        absence.accountId(),
                        names.getOrDefault(absence.accountId(), absence.accountId()),
                        EnglishTime.day(absence.fromDay()),
                        EnglishTime.day(absence.untilDay()),
                        absences.maySet(absence.accountId())))
                .toList();
    }

    private static Map<String, String> names(List<Worker> workers) {
        var names = new LinkedHashMap<String, String>();
        workers.forEach(worker -> names.put(worker.accountId(), worker.name()));
        return names;
    }

    private Worker worker(String account) {
        handover.requireMay(account);
        return workers.find(account).orElseThrow(Answer::notFound);
    }
}
