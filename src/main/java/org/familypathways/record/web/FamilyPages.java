package org.familypathways.record.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.ReadLog;
import org.familypathways.access.Workers;
import org.familypathways.record.Children;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.record.Involvements.Involvement;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.RecordSection;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The family's record on one page, for whoever works with the family; every look is logged. */
@Controller
class FamilyPages {

    /** Sections up to this place stand before the timeline, the others after it. */
    private static final int BEFORE_TIMELINE = 50;

    private final FamilyAccess access;
    private final FamilyRestrictions restrictions;
    private final ReadLog reads;
    private final Families families;
    private final Children children;
    private final NetworkMembers network;
    private final Involvements involvements;
    private final FamilyPlans plans;
    private final Workers workers;
    private final Timeline timeline;
    private final List<RecordSection> sections;

    FamilyPages(
            FamilyAccess access,
            FamilyRestrictions restrictions,
            ReadLog reads,
            Families families,
            Children children,
            NetworkMembers network,
            Involvements involvements,
            FamilyPlans plans,
            Workers workers,
            Timeline timeline,
            List<RecordSection> sections) {
        this.access = access;
        this.restrictions = restrictions;
        this.reads = reads;
        this.families = families;
        this.children = children;
        this.network = network;
        this.involvements = involvements;
        this.plans = plans;
        this.workers = workers;
        this.timeline = timeline;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(RecordSection::order))
                .toList();
    }

    /** A part of the page that another module filled. */
    record Section(String id, String title, RecordSection.Table table) {}

    /** Somebody who works with the family, in words. */
    record Colleague(String name, String role, String from, String until) {}

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
        showPeople(id, model);
        model.addAttribute("plans", plans.ofFamily(id));
        showTimeline(id, page, model);
        model.addAttribute(
                "sections",
                sections.stream()
                        .filter(section -> section.order() < BEFORE_TIMELINE)
                        .map(section -> shown(section, id))
                        .toList());
        model.addAttribute(
                "laterSections",
                sections.stream()
                        .filter(section -> section.order() >= BEFORE_TIMELINE)
                        .map(section -> shown(section, id))
                        .toList());
        return "record/family";
    }

    private void showPeople(String id, Model model) {
        var ofFamily = children.ofFamily(id);
        var adults = network.ofFamily(id);
        var people = new HashMap<String, String>();
        ofFamily.forEach(child -> people.put(child.id(), child.displayName()));
        adults.forEach(person -> people.put(person.id(), person.displayName()));
        model.addAttribute("children", ofFamily);
        model.addAttribute("adults", adults);
        model.addAttribute("people", people);
        model.addAttribute("colleagues", colleagues(id));
    }

    private List<Colleague> colleagues(String id) {
        var known = involvements.ofFamily(id);
        var names = workers.names(
                known.stream().map(Involvement::accountId).distinct().toList());
        return known.stream()
                .map(part -> new Colleague(
                        names.getOrDefault(part.accountId(), part.accountId()),
                        PracticeRole.of(part.role()).map(PracticeRole::title).orElse(part.role()),
                        EnglishTime.day(part.fromDay()),
                        EnglishTime.day(part.untilDay())))
                .toList();
    }

    private void showTimeline(String id, int page, Model model) {
        int pages = timeline.pages(id);
        int current = Math.min(Math.max(1, page), pages);
        @SuppressWarnings("unchecked")
        var people = (Map<String, String>) model.getAttribute("people");
        model.addAttribute("entries", timeline.page(id, current, people == null ? Map.of() : people));
        model.addAttribute("page", current);
        model.addAttribute("pages", pages);
    }

    private static Section shown(RecordSection section, String familyId) {
        return new Section(
                section.title().toLowerCase().replaceAll("[^a-z]+", "-"), section.title(), section.of(familyId));
    }
}
