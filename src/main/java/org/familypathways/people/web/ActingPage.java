package org.familypathways.people.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.familypathways.access.Absences;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.TasksInHand;
import org.familypathways.access.TasksInHand.TaskInHand;
import org.familypathways.access.Workers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.web.TypedForm;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * For whom a worker acts today, and what these have in hand; what is offered to them is in Tasklist. Managers see as well for
 * whom in their teams nobody acts.
 */
@Controller
@RequestMapping("/acting")
class ActingPage {

    private final Absences absences;
    private final TasksInHand tasks;
    private final FamilyAccess access;
    private final Workers workers;

    ActingPage(Absences absences, TasksInHand tasks, FamilyAccess access, Workers workers) {
        this.absences = absences;
        this.tasks = tasks;
        this.access = access;
        this.workers = workers;
    }

    /** Somebody who is away. */
    record Absent(String account, String name, String until, List<TaskInHand> tasks) {}

    @GetMapping
    ModelAndView show() {
        return page(TypedForm.empty());
    }

    @PostMapping
    ModelAndView takeOver(@RequestParam String absent, @RequestParam String task, RedirectAttributes next) {
        String me = me();
        if (!absences.actsFor(me).contains(absent)) {
            throw new AccessDeniedException("You do not act for this worker.");
        }
        var form = TypedForm.empty();
        if (theirs(absent).stream().noneMatch(each -> each.id().equals(task))) {
            form.problem("tasks", "This task is not in the worker’s hands any more.");
        } else {
            tasks.whyNot(task, me).ifPresent(sentence -> form.problem("tasks", sentence));
        }
        if (form.isRight() && !tasks.takeOver(task, absent, me)) {
            form.problem("tasks", "This task is not in the worker’s hands any more.");
        }
        return form.isRight()
                ? Answer.done(next, "The task is in your hands. You find it in Tasklist.", "/acting")
                : Answer.wrong(page(form));
    }

    private ModelAndView page(TypedForm form) {
        var acting = absences.actedForBy(me());
        var unattended = absences.withoutDeputy(me());
        var names = workers.names(Stream.of(acting, unattended)
                .flatMap(List::stream)
                .map(Absences.Absence::accountId)
                .toList());
        List<Absent> absent = acting.stream()
                .map(absence -> absent(absence, names, theirs(absence.accountId())))
                .toList();
        List<Absent> alone = unattended.stream()
                .map(absence -> absent(absence, names, List.of()))
                .toList();
        return new ModelAndView("people/acting", Map.of("absent", absent, "alone", alone, "form", form));
    }

    private static Absent absent(Absences.Absence absence, Map<String, String> names, List<TaskInHand> tasks) {
        return new Absent(
                absence.accountId(),
                names.getOrDefault(absence.accountId(), absence.accountId()),
                EnglishTime.day(absence.untilDay()),
                tasks);
    }

    /** A restricted family is not there for a deputy who is not named themselves. */
    private List<TaskInHand> theirs(String absent) {
        var hidden = access.hiddenFrom(me());
        return tasks.of(absent).stream()
                .filter(task -> task.familyId() == null || !hidden.contains(task.familyId()))
                .toList();
    }

    private static String me() {
        return CurrentWorker.accountId().orElseThrow();
    }
}
