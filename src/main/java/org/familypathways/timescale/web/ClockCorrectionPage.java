package org.familypathways.timescale.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.familypathways.access.ReadLog;
import org.familypathways.record.Child;
import org.familypathways.record.Children;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.web.TypedForm;
import org.familypathways.timescale.ClockCorrectionRefused;
import org.familypathways.timescale.ClockCorrections;
import org.familypathways.timescale.StatutoryClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A team manager corrects the day on which a timescale of the family began. */
@Controller
class ClockCorrectionPage {

    private final ClockCorrections corrections;
    private final Children children;
    private final NetworkMembers network;
    private final ReadLog reads;
    private final Clock time;

    ClockCorrectionPage(
            ClockCorrections corrections, Children children, NetworkMembers network, ReadLog reads, Clock time) {
        this.corrections = corrections;
        this.children = children;
        this.network = network;
        this.reads = reads;
        this.time = time;
    }

    /** A clock in words. */
    record Choice(long id, String name, String dates) {}

    @GetMapping("/families/{id}/timescales")
    ModelAndView ask(@PathVariable String id) {
        var page = page(id, TypedForm.empty());
        reads.read(id, "timescales", "opened the timescales to correct one");
        return page;
    }

    @PostMapping("/families/{id}/timescales")
    ModelAndView correct(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var known = corrections.correctable(id);
        var form = new TypedForm(typed);
        String clock = form.required("clock", TypedForm.LONGEST_LINE, "Choose the timescale.");
        if (!clock.isEmpty() && known.stream().noneMatch(each -> clock.equals(String.valueOf(each.id())))) {
            form.problem("clock", "This timescale does not apply any more. Choose another.");
        }
        LocalDate startedOn = day(form);
        String reason = form.required("reason", 2000, "Say why the day is corrected.");
        if (form.isRight() && startedOn != null) {
            try {
                corrections.correct(id, Long.parseLong(clock), startedOn, reason);
                next.addFlashAttribute("done", "The timescale was corrected, and its tasks are due anew.");
                return new ModelAndView("redirect:/families/{id}");
            } catch (ClockCorrectionRefused refused) {
                form.problem("startedOn", String.valueOf(refused.getMessage()));
            }
        }
        var page = page(id, form);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private @Nullable LocalDate day(TypedForm form) {
        LocalDate day = form.day("startedOn", "The day");
        if (day == null) {
            form.problem("startedOn", "Enter the day on which the timescale began.");
        } else if (day.isBefore(LocalDate.now(time).minusYears(3))) {
            form.problem("startedOn", "The day is very long ago. Check the year.");
        }
        return day;
    }

    private ModelAndView page(String id, TypedForm form) {
        return new ModelAndView("timescale/correct", Map.of("familyId", id, "choices", choices(id), "form", form));
    }

    private List<Choice> choices(String id) {
        return corrections.correctable(id).stream()
                .map(clock -> new Choice(clock.id(), clock.rule().name() + about(clock), dates(clock)))
                .toList();
    }

    private String about(StatutoryClock clock) {
        String person = clock.subject().personId();
        String child = clock.subject().childId();
        String name = person != null
                ? network.find(person).map(NetworkMember::displayName).orElse(person)
                : child != null ? children.find(child).map(Child::displayName).orElse(child) : "";
        return name.isEmpty() ? "" : " – " + name;
    }

    private static String dates(StatutoryClock clock) {
        String start = clock.rule().startEvent();
        return "%s: %s. Due on %s."
                .formatted(
                        Character.toUpperCase(start.charAt(0)) + start.substring(1),
                        EnglishTime.day(clock.startedOn()),
                        EnglishTime.day(clock.dueOn()));
    }
}
