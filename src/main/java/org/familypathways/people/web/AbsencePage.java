package org.familypathways.people.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.familypathways.access.AbsenceRefused;
import org.familypathways.access.Absences;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.web.TypedForm;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When a worker is away and who acts for them, said by themselves, their manager or an administrator. */
@Controller
@RequestMapping("/people/workers/{account}/absence")
class AbsencePage {

    private final Absences absences;
    private final Workers workers;

    AbsencePage(Absences absences, Workers workers) {
        this.absences = absences;
        this.workers = workers;
    }

    /** An absence in words. */
    record Away(long id, String from, String until, String deputy) {}

    @GetMapping
    ModelAndView show(@PathVariable String account) {
        return page(account, TypedForm.empty());
    }

    @PostMapping
    ModelAndView set(
            @PathVariable String account, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        worker(account);
        var form = new TypedForm(typed);
        LocalDate from = day(form, "from", "The first day");
        LocalDate until = day(form, "until", "The last day");
        if (form.isRight()) {
            try {
                absences.set(
                        account,
                        Objects.requireNonNull(from),
                        Objects.requireNonNull(until),
                        form.textOrNull("deputy"));
                return Answer.done(next, "The absence is kept.", "/people/workers/" + account + "/absence");
            } catch (AbsenceRefused refused) {
                form.problem("from", String.valueOf(refused.getMessage()));
            }
        }
        return Answer.wrong(page(account, form));
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(TypedForm form, String field, String what) {
        LocalDate day = form.day(field, what);
        if (day == null) {
            form.problem(field, "Enter the %s.".formatted(what.substring(4)));
        }
        return day;
    }

    @PostMapping("/end")
    ModelAndView end(@PathVariable String account, @RequestParam long absence, RedirectAttributes next) {
        worker(account);
        try {
            absences.end(absence);
            return Answer.done(next, "The absence is over.", "/people/workers/" + account + "/absence");
        } catch (AbsenceRefused refused) {
            var form = TypedForm.empty();
            form.problem("from", String.valueOf(refused.getMessage()));
            return Answer.wrong(page(account, form));
        }
    }

    private ModelAndView page(String account, TypedForm form) {
        Worker worker = worker(account);
        var known = absences.ofWorker(account);
        var names = workers.names(known.stream()
                .map(Absences.Absence::deputyId)
                .filter(Objects::nonNull)
                .toList());
        List<Away> away = known.stream()
                .map(absence -> new Away(
                        absence.id(),
                        EnglishTime.day(absence.fromDay()),
                        EnglishTime.day(absence.untilDay()),
                        absence.deputyId() == null
                                ? "Nobody"
                                : names.getOrDefault(absence.deputyId(), absence.deputyId())))
                .toList();
        var deputies = new LinkedHashMap<String, String>();
        absences.deputies(account).forEach(choice -> deputies.put(choice.accountId(), choice.name()));
        boolean own = CurrentWorker.accountId().filter(account::equals).isPresent();
        return new ModelAndView(
                "people/absence",
                Map.of("person", worker, "form", form, "absences", away, "deputies", deputies, "own", own));
    }

    private Worker worker(String account) {
        if (!absences.maySet(account)) {
            throw new AccessDeniedException("Only the worker, their manager or an administrator may do this.");
        }
        return workers.find(account).orElseThrow(Answer::notFound);
    }
}
