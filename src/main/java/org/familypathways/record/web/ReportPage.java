package org.familypathways.record.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.familypathways.access.ReadLog;
import org.familypathways.record.Children;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.process.ReportRefused;
import org.familypathways.record.process.ReportableEvent;
import org.familypathways.record.process.Reports;
import org.familypathways.record.process.Reports.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker reports what happened to a family, where an open pathway waits for it. */
@Controller
class ReportPage {

    private final Reports reports;
    private final Children children;
    private final NetworkMembers network;
    private final ReadLog reads;
    private final Clock clock;

    ReportPage(Reports reports, Children children, NetworkMembers network, ReadLog reads, Clock clock) {
        this.reports = reports;
        this.children = children;
        this.network = network;
        this.reads = reads;
        this.clock = clock;
    }

    /** @param about the child or person whom the case is about, by name; null when it is about the family */
    record Choice(ReportableEvent event, @Nullable String about) {}

    @GetMapping("/families/{id}/report")
    ModelAndView ask(@PathVariable String id) {
        var page = page(id, TypedForm.showing(Map.of("once", UUID.randomUUID().toString())));
        reads.read(id, "report", "opened the page for reporting what happened");
        return page;
    }

    @PostMapping("/families/{id}/report")
    ModelAndView report(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = new TypedForm(typed);
        var awaited = reports.awaited(id);
        LocalDate today = LocalDate.now(clock);
        String event = form.required("event", TypedForm.LONGEST_LINE, "Choose what happened.");
        LocalDate on = form.pastDay("on", "The day it happened", today.minusYears(1), today);
        boolean asks = awaited.stream().anyMatch(each -> each.reference().equals(event) && each.asksAboutWhom());
        String personField = "person-" + event;
        String person = asks
                ? form.required(personField, TypedForm.LONGEST_LINE, "Choose who it is about.")
                : form.text(personField);
        String what = form.required("what", TypedForm.LONGEST_TEXT, "Say what happened.");
        String once = form.required("once", 50, "Open this page again from the family’s record.");
        if (form.isRight() && on != null) {
            try {
                reports.report(id, new Report(event, on, person, what, once));
                return FormAnswer.done(next, "What you reported is on record, and the work goes on from it.");
            } catch (ReportRefused refused) {
                form.problem("event", String.valueOf(refused.getMessage()));
            }
        }
        return FormAnswer.wrong(page(id, form));
    }

    private ModelAndView page(String id, TypedForm form) {
        var adults = network.ofFamily(id);
        return new ModelAndView(
                "record/report",
                Map.of("familyId", id, "choices", choices(id, adults), "adults", adults, "form", form));
    }

    private List<Choice> choices(String id, List<NetworkMember> adults) {
        var names = new HashMap<String, String>();
        children.ofFamily(id).forEach(child -> names.put(child.id(), child.displayName()));
        adults.forEach(person -> names.put(person.id(), person.displayName()));
        return reports.awaited(id).stream()
                .map(event -> {
                    String about = event.personId() == null ? event.childId() : event.personId();
                    return new Choice(event, about == null ? null : names.getOrDefault(about, about));
                })
                .toList();
    }
}
