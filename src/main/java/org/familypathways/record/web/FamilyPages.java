package org.familypathways.record.web;

import java.util.Map;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.ReadLog;
import org.familypathways.record.CaseManagers;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyFlags;
import org.familypathways.record.FamilyPlans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The family's record on one page, for whoever works with the family; every look is logged. */
@Controller
class FamilyPages {

    private final FamilyAccess access;
    private final FamilyRestrictions restrictions;
    private final ReadLog reads;
    private final Families families;
    private final FamilyFlags flags;
    private final CaseManagers managers;
    private final PeopleOnPage people;
    private final FamilyPlans plans;
    private final Timeline timeline;
    private final SectionsOnPage sections;

    FamilyPages(
            FamilyAccess access,
            FamilyRestrictions restrictions,
            ReadLog reads,
            Families families,
            FamilyFlags flags,
            CaseManagers managers,
            PeopleOnPage people,
            FamilyPlans plans,
            Timeline timeline,
            SectionsOnPage sections) {
        this.access = access;
        this.restrictions = restrictions;
        this.reads = reads;
        this.families = families;
        this.flags = flags;
        this.managers = managers;
        this.people = people;
        this.plans = plans;
        this.timeline = timeline;
        this.sections = sections;
    }

    @GetMapping("/families/{id}")
    String show(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        access.requireVisible(id);
        reads.read(id, "record", "opened the family's page");
        model.addAttribute("family", families.find(id).orElseThrow(FamilyNotFoundException::new));
        model.addAttribute("restricted", restrictions.isRestricted(id));
        model.addAttribute("words", new FamilyWords());
        String me = CurrentWorker.accountId().orElseThrow();
        model.addAttribute("me", me);
        model.addAttribute("managesFamily", access.isTeamManagerOf(me, id));
        model.addAttribute("managesCase", managers.manages(id));
        var names = people.show(id, model);
        model.addAttribute("flags", FlagPage.shown(flags.ofFamily(id), names));
        model.addAttribute("plans", plans.ofFamily(id));
        showTimeline(id, page, names, model);
        sections.show(id, model);
        return "record/family";
    }

    private void showTimeline(String id, int page, Map<String, String> names, Model model) {
        int pages = timeline.pages(id);
        int current = Math.min(Math.max(1, page), pages);
        model.addAttribute("entries", timeline.page(id, current, names));
        model.addAttribute("page", current);
        model.addAttribute("pages", pages);
    }
}
