package org.familypathways.people.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Team;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.people.PeopleImport;
import org.familypathways.record.web.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators find workers and add new ones. */
@Controller
class PeoplePages {

    private static final int ON_A_PAGE = 25;
    private static final String ACCOUNT = "[a-z0-9]+([._-][a-z0-9]+)*";

    private final Permissions permissions;
    private final Workers workers;
    private final Teams teams;

    PeoplePages(Permissions permissions, Workers workers, Teams teams) {
        this.permissions = permissions;
        this.workers = workers;
        this.teams = teams;
    }

    /** A worker in a list. */
    record Row(String account, String name, String state, String roles) {}

    @GetMapping("/people")
    String list(
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "1") int page, Model model) {
        permissions.require(PracticeRole.ADMINISTRATOR);
        String asked = words.strip().replace("\0", "");
        int all = workers.countOf(asked);
        int pages = Math.max(1, (all + ON_A_PAGE - 1) / ON_A_PAGE);
        int current = Math.min(Math.max(1, page), pages);
        var names = teams.all().stream().collect(Collectors.toMap(Team::id, Team::name));
        var leaving = workers.leaving();
        model.addAttribute("words", asked);
        model.addAttribute("all", all);
        model.addAttribute("page", current);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "people",
                workers.search(asked, (current - 1) * ON_A_PAGE, ON_A_PAGE).stream()
                        .map(worker -> row(worker, leaving.contains(worker.accountId()), names))
                        .toList());
        return "people/people";
    }

    private Row row(Worker worker, boolean leaving, Map<String, String> teamNames) {
        return new Row(
                worker.accountId(),
                worker.name(),
                state(worker, leaving),
                workers.holdings(worker.accountId()).stream()
                        .map(holding -> "%s, %s".formatted(holding.role().title(), teamNames.get(holding.teamId())))
                        .collect(Collectors.joining("; ")));
    }

    static String state(Worker worker, boolean leaving) {
        if (!worker.active()) {
            return "Has left";
        }
        return leaving ? "Is leaving" : "Works here";
    }

    @GetMapping("/people/new-worker")
    ModelAndView askWhoIsNew() {
        permissions.require(PracticeRole.ADMINISTRATOR);
        return new ModelAndView("people/new-worker", Map.of("form", TypedForm.empty()));
    }

    @PostMapping("/people/new-worker")
    ModelAndView add(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        permissions.require(PracticeRole.ADMINISTRATOR);
        var form = new TypedForm(typed);
        String account = form.required("account", TypedForm.LONGEST_LINE, "Enter an account.");
        if (!account.isEmpty() && !account.matches(ACCOUNT)) {
            form.problem(
                    "account", "Use small letters, digits, dots and hyphens for the account, for example sam.lee.");
        } else if (workers.find(account).isPresent()) {
            form.problem("account", "There is somebody with this account already. Open their page to take them back.");
        }
        Worker worker = worker(account, form);
        if (!form.isRight()) {
            return Answer.wrong(new ModelAndView("people/new-worker", Map.of("form", form)));
        }
        workers.join(worker);
        return Answer.done(next, worker.name() + " is added. Give them their roles now.", "/people/workers/" + account);
    }

    static Worker worker(String account, TypedForm form) {
        String name = form.required("name", TypedForm.LONGEST_LINE, "Enter a name.");
        String email = form.textOrNull("email");
        if (email != null && !PeopleImport.isEmail(email)) {
            form.problem("email", "Enter an e-mail address like name@example.org.");
        }
        return new Worker(account, name, email, true);
    }

    /** The roles that can be held, each in every team of its kind, by team. */
    static List<Map.Entry<String, String>> roles(List<Team> teams) {
        return teams.stream()
                .flatMap(team -> java.util.stream.Stream.of(PracticeRole.values())
                        .filter(role -> role.teamKind() == team.kind())
                        .map(role ->
                                Map.entry(role.id() + "@" + team.id(), "%s: %s".formatted(team.name(), role.title()))))
                .toList();
    }
}
