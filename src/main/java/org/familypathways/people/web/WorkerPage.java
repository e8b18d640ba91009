package org.familypathways.people.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.familypathways.access.LastAdministratorException;
import org.familypathways.access.PeopleLog;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.SignInLog;
import org.familypathways.access.Team;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.web.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One worker, for administrators: who they are, their roles, whether they are leaving, and what was changed. */
@Controller
@RequestMapping("/people/workers/{account}")
class WorkerPage {

    private static final int CHANGES = 100;
    private static final int SIGN_IN_CHANGES = 10;

    private final Permissions permissions;
    private final Workers workers;
    private final Teams teams;
    private final PeopleLog log;
    private final SignInLog signInLog;

    WorkerPage(Permissions permissions, Workers workers, Teams teams, PeopleLog log, SignInLog signInLog) {
        this.permissions = permissions;
        this.workers = workers;
        this.teams = teams;
        this.log = log;
        this.signInLog = signInLog;
    }

    /** A role that the worker holds, in words. */
    record Held(String role, String teamId, String title, String team) {}

    @GetMapping
    ModelAndView show(@PathVariable String account) {
        Worker worker = worker(account);
        return page(worker, known(worker));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String account, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        Worker known = worker(account);
        var form = new TypedForm(typed);
        Worker worker = PeoplePages.worker(account, form);
        if (!known.active()) {
            form.problem("name", "They have left. Take them back first.");
        }
        if (!form.isRight()) {
            return Answer.wrong(page(known, form));
        }
        workers.join(worker);
        return done(account, next, "The name and the e-mail address are kept.");
    }

    @PostMapping("/roles")
    ModelAndView give(
            @PathVariable String account, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        Worker worker = worker(account);
        var form = new TypedForm(typed);
        String[] chosen = form.text("role").split("@", 2);
        PracticeRole role = PracticeRole.of(chosen[0]).orElse(null);
        Team team = chosen.length < 2 ? null : teams.find(chosen[1]).orElse(null);
        if (role == null || team == null || role.teamKind() != team.kind()) {
            form.problem("role", "Choose a role in a team.");
        } else if (!worker.active()) {
            form.problem("role", "They have left. Take them back first.");
        } else {
            workers.give(account, role, team);
            return done(account, next, "%s is %s in %s now.".formatted(worker.name(), role.title(), team.name()));
        }
        return Answer.wrong(page(worker, withKnown(form, worker)));
    }

    @PostMapping("/roles/take")
    ModelAndView take(
            @PathVariable String account,
            @RequestParam String role,
            @RequestParam String team,
            RedirectAttributes next) {
        Worker worker = worker(account);
        PracticeRole taken = PracticeRole.of(role).orElseThrow(Answer::notFound);
        teams.find(team).orElseThrow(Answer::notFound);
        try {
            workers.take(account, taken, team);
        } catch (LastAdministratorException last) {
            var form = known(worker);
            form.problem("roles", String.valueOf(last.getMessage()));
            return Answer.wrong(page(worker, form));
        }
        return done(account, next, "%s is not %s there any more.".formatted(worker.name(), taken.title()));
    }

    @PostMapping("/leaving")
    ModelAndView markLeaving(
            @PathVariable String account,
            @RequestParam(defaultValue = "false") boolean leaving,
            RedirectAttributes next) {
        Worker worker = worker(account);
        workers.markLeaving(account, leaving);
        if (!leaving) {
            return done(account, next, worker.name() + " stays.");
        }
        return Answer.done(
                next,
                worker.name() + " is leaving. Hand over their work now.",
                "/people/workers/" + account + "/handover");
    }

    @PostMapping("/back")
    ModelAndView takeBack(@PathVariable String account, RedirectAttributes next) {
        Worker worker = worker(account);
        workers.join(new Worker(account, worker.name(), worker.email(), true));
        return done(account, next, worker.name() + " works here again. Give them their roles, and a new password.");
    }

    private ModelAndView page(Worker worker, TypedForm form) {
        var all = teams.all();
        var names = all.stream().collect(Collectors.toMap(Team::id, Team::name));
        var held = workers.holdings(worker.accountId()).stream()
                .map(holding -> new Held(
                        holding.role().id(), holding.teamId(), holding.role().title(), names.get(holding.teamId())))
                .toList();
        boolean leaving = workers.leaving().contains(worker.accountId());
        var page = new ModelAndView("people/worker", Map.of("form", form));
        page.addObject("person", worker);
        page.addObject("held", held);
        page.addObject("roles", choices(all, held));
        page.addObject("leaving", leaving);
        page.addObject("state", PeoplePages.state(worker, leaving));
        page.addObject("signInChanges", ChangeInWords.of(signInLog.of(worker.accountId(), SIGN_IN_CHANGES), workers));
        page.addObject("changes", ChangeInWords.of(log.ofWorker(worker.accountId(), CHANGES), workers));
        return page;
    }

    private static List<Map.Entry<String, String>> choices(List<Team> teams, List<Held> held) {
        var holds = held.stream().map(each -> each.role() + "@" + each.teamId()).toList();
        return PeoplePages.roles(teams).stream()
                .filter(choice -> !holds.contains(choice.getKey()))
                .toList();
    }

    private Worker worker(String account) {
        permissions.require(PracticeRole.ADMINISTRATOR);
        return workers.find(account).orElseThrow(Answer::notFound);
    }

    private static TypedForm known(Worker worker) {
        return TypedForm.showing(Map.of("name", worker.name(), "email", worker.email() == null ? "" : worker.email()));
    }

    private static TypedForm withKnown(TypedForm form, Worker worker) {
        var shown = known(worker);
        form.problems().forEach(shown::problem);
        return shown;
    }

    private static ModelAndView done(String account, RedirectAttributes next, String sentence) {
        return Answer.done(next, sentence, "/people/workers/" + account);
    }
}
