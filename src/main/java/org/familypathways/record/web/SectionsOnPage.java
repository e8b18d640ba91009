package org.familypathways.record.web;

import java.util.Comparator;
import java.util.List;
import org.familypathways.record.RecordSection;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The parts of the family's page that other modules fill, some before the timeline and some after it. */
@Component
class SectionsOnPage {

    private static final int TIMELINE = 50;

    private final List<RecordSection> sections;

    SectionsOnPage(List<RecordSection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(RecordSection::order))
                .toList();
    }

    record Section(String id, String title, RecordSection.Table table) {}

    void show(String familyId, Model model) {
        model.addAttribute("sections", shown(familyId, true));
        model.addAttribute("laterSections", shown(familyId, false));
    }

    private List<Section> shown(String familyId, boolean beforeTimeline) {
        return sections.stream()
                .filter(section -> section.order() < TIMELINE == beforeTimeline)
                .map(section -> new Section(
                        section.title().toLowerCase().replaceAll("[^a-z]+", "-"),
                        section.title(),
                        section.of(familyId)))
                .toList();
    }
}
