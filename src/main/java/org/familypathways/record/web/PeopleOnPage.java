package org.familypathways.record.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Workers;
import org.familypathways.record.Children;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.Involvements;
import org.familypathways.record.Involvements.Involvement;
import org.familypathways.record.NetworkMembers;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The children, the people around them and those who work with them, on the family's page. */
@Component
class PeopleOnPage {

    private final Children children;
    private final NetworkMembers network;
    private final Involvements involvements;
    private final Workers workers;

    PeopleOnPage(Children children, NetworkMembers network, Involvements involvements, Workers workers) {
        this.children = children;
        this.network = network;
        this.involvements = involvements;
        this.workers = workers;
    }

    /** Somebody who works with the family, in words. */
    record Colleague(String name, String role, String from, String until) {}

    /** @return the names of the family's people by their reference */
    Map<String, String> show(String familyId, Model model) {
        var ofFamily = children.ofFamily(familyId);
        var adults = network.ofFamily(familyId);
        var names = new HashMap<String, String>();
        ofFamily.forEach(child -> names.put(child.id(), child.displayName()));
        adults.forEach(person -> names.put(person.id(), person.displayName()));
        model.addAttribute("children", ofFamily);
        model.addAttribute("adults", adults);
        model.addAttribute("colleagues", colleagues(familyId));
        return names;
    }

    private List<Colleague> colleagues(String familyId) {
        var known = involvements.ofFamily(familyId);
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
}
