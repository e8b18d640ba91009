package org.familypathways.people.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.familypathways.access.PeopleLog;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Team;
import org.familypathways.access.TeamKind;
import org.familypathways.access.Teams;
import org.familypathways.access.Workers;
import org.familypathways.record.web.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The teams of the department, for administrators. There is one team of a kind in an area. */
@Controller
@RequestMapping("/people")
class TeamPages {

    private static final int CHANGES = 100;
    private static final String AREA = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Permissions permissions;
    private final Teams teams;
    private final Workers workers;
    private final PeopleLog log;

    TeamPages(Permissions permissions, Teams teams, Workers workers, PeopleLog log) {
        this.permissions = permissions;
        this.teams = teams;
        this.workers = workers;
        this.log = log;
    }

    @GetMapping("/teams")
    String list(Model model) {
        permissions.require(PracticeRole.ADMINISTRATOR);
        model.addAttribute("teams", teams.all());
        return "people/teams";
    }

    @GetMapping("/new-team")
    ModelAndView askForNew() {
        permissions.require(PracticeRole.ADMINISTRATOR);
        return newTeam(TypedForm.empty());
    }

    @PostMapping("/new-team")
    ModelAndView add(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        permissions.require(PracticeRole.ADMINISTRATOR);
        var form = new TypedForm(typed);
        TeamKind kind = TeamKind.of(form.text("kind")).orElse(null);
        if (kind == null) {
            form.problem("kind", "Choose what kind of team it is.");
        }
        String name = form.required("name", TypedForm.LONGEST_LINE, "Enter a name.");
        String area = area(form);
        if (kind != null && form.isRight()) {
            String id = area == null ? kind.id() : kind.id() + "-" + area;
            requireFree(kind, area, null, form);
            if (form.isRight() && teams.find(id).isPresent()) {
                form.problem("area", "A team of this kind began in this area. Change that one instead.");
            }
            if (form.isRight() && save(form, () -> teams.add(new Team(id, name, kind, area)))) {
                return Answer.done(next, name + " is added. Give people their roles in it.", "/people/teams/" + id);
            }
        }
        return Answer.wrong(newTeam(form));
    }

    @GetMapping("/teams/{id}")
    ModelAndView show(@PathVariable String id) {
        Team team = team(id);
        return page(
                team, TypedForm.showing(Map.of("name", team.name(), "area", team.area() == null ? "" : team.area())));
    }

    @PostMapping("/teams/{id}")
    ModelAndView change(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        Team team = team(id);
        var form = new TypedForm(typed);
        String name = form.required("name", TypedForm.LONGEST_LINE, "Enter a name.");
        String area = area(form);
        if (form.isRight()) {
            requireFree(team.kind(), area, id, form);
        }
        if (form.isRight() && save(form, () -> teams.change(new Team(id, name, team.kind(), area)))) {
            return Answer.done(
                    next,
                    "The team is changed. Families are served by the teams of their area.",
                    "/people/teams/" + id);
        }
        return Answer.wrong(page(team, form));
    }

    private static @Nullable String area(TypedForm form) {
        String area = form.text("area").toLowerCase(Locale.ROOT).replace(' ', '-');
        if (!area.isEmpty() && (area.length() > 60 || !area.matches(AREA))) {
            form.problem("area", "Use letters, digits and hyphens for the area, for example north.");
        }
        return area.isEmpty() ? null : area;
    }

    private void requireFree(TeamKind kind, @Nullable String area, @Nullable String own, TypedForm form) {
        Optional<Team> other =
                teams.inArea(kind, area).filter(team -> !team.id().equals(own));
        other.ifPresent(team -> form.problem(
                "area", "%s serves this area already: there is one team of a kind in an area.".formatted(team.name())));
    }

    /** Somebody may have been faster. */
    private static boolean save(TypedForm form, Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException somebodyWasFaster) {
            form.problem("area", "There is a team of this kind in this area already.");
        }
        return form.isRight();
    }

    private static ModelAndView newTeam(TypedForm form) {
        var kinds = new LinkedHashMap<String, String>();
        for (TeamKind kind : TeamKind.values()) {
            kinds.put(kind.id(), kind.title());
        }
        return new ModelAndView("people/new-team", Map.of("form", form, "kinds", kinds));
    }

    private ModelAndView page(Team team, TypedForm form) {
        List<Workers.Member> members = workers.members(team.id());
        var changes = ChangeInWords.of(log.ofTeam(team.id(), CHANGES), workers);
        return new ModelAndView(
                "people/team", Map.of("team", team, "form", form, "members", members, "changes", changes));
    }

    private Team team(String id) {
        permissions.require(PracticeRole.ADMINISTRATOR);
        return teams.find(id).orElseThrow(Answer::notFound);
    }
}
