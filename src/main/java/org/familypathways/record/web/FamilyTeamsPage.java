package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.wrong;

import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.ReadLog;
import org.familypathways.access.Teams;
import org.familypathways.record.CaseManagers;
import org.familypathways.record.Families;
import org.familypathways.record.TeamsOfFamily;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whoever answers for a family's case sees which teams serve it, and changes them with a reason. */
@Controller
@RequestMapping("/families/{id}/teams")
class FamilyTeamsPage {

    private final CaseManagers managers;
    private final TeamsOfFamily teamsOfFamily;
    private final Families families;
    private final Teams teams;
    private final FamilyAccess access;
    private final ReadLog reads;

    FamilyTeamsPage(
            CaseManagers managers,
            TeamsOfFamily teamsOfFamily,
            Families families,
            Teams teams,
            FamilyAccess access,
            ReadLog reads) {
        this.managers = managers;
        this.teamsOfFamily = teamsOfFamily;
        this.families = families;
        this.teams = teams;
        this.access = access;
        this.reads = reads;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id) {
        managers.require(id);
        reads.read(id, "teams", "opened the teams that serve the family");
        return page(id, TypedForm.empty());
    }

    @PostMapping("/area")
    ModelAndView move(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        managers.require(id);
        var form = new TypedForm(typed);
        String area = form.required("area", TypedForm.LONGEST_LINE, "Choose an area.");
        String reason = form.required("whyArea", 2000, "Say why.");
        return form.changes("area", () -> teamsOfFamily.move(id, area, reason))
                ? done(id, next, "The teams of the new area serve the family now.")
                : wrong(page(id, form));
    }

    @PostMapping("/team")
    ModelAndView choose(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        managers.require(id);
        var form = new TypedForm(typed);
        String team = form.required("team", TypedForm.LONGEST_LINE, "Choose a team.");
        String reason = form.required("whyTeam", 2000, "Say why.");
        return form.changes("team", () -> teamsOfFamily.choose(id, team, reason))
                ? done(id, next, "Another team serves the family now.")
                : wrong(page(id, form));
    }

    private ModelAndView done(String id, RedirectAttributes next, String sentence) {
        return FormAnswer.done(
                next, sentence, access.maySee(CurrentWorker.accountId().orElseThrow(), id));
    }

    private ModelAndView page(String id, TypedForm form) {
        var family = families.find(id).orElseThrow(FamilyNotFoundException::new);
        var areas = new LinkedHashMap<String, String>();
        teams.areas().stream()
                .filter(area -> !area.equals(family.area()))
                .forEach(area -> areas.put(area, StringUtils.capitalize(area)));
        var others = new LinkedHashMap<String, String>();
        teamsOfFamily
                .others(id)
                .forEach(team ->
                        others.put(team.id(), "%s: %s".formatted(team.kind().title(), team.name())));
        return new ModelAndView(
                "record/teams",
                Map.of(
                        "familyId", id,
                        "area", StringUtils.capitalize(family.area()),
                        "teams", teamsOfFamily.of(id),
                        "areas", areas,
                        "others", others,
                        "form", form));
    }
}
