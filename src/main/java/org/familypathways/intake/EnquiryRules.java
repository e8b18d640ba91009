package org.familypathways.intake;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Section 47 enquiries and the initial conferences they lead to. */
final class EnquiryRules {

    private static final int WORKING_DAYS = 15;

    private final CensusHeader header;
    private final WorkingDayCount workingDays;
    private final List<CensusFinding> warnings;

    EnquiryRules(CensusHeader header, WorkingDayCount workingDays, List<CensusFinding> warnings) {
        this.header = header;
        this.workingDays = workingDays;
        this.warnings = warnings;
    }

    void check(CensusChild child) {
        child.episodes().forEach(episode -> {
            checkOneAtATime(episode.enquiries());
            episode.enquiries().forEach(this::check);
            notAtTheWeekend(episode.line(), "8875", "The initial conference", episode.conferenceHere());
        });
    }

    private void check(CensusEnquiry enquiry) {
        notAtTheWeekend(enquiry.line(), "8875", "The initial conference", enquiry.conferenceOn());
        notAtTheWeekend(enquiry.line(), "8870Q", "The target for the initial conference", enquiry.conferenceDue());
        var started = enquiry.startedOn();
        if (enquiry.isOpen()
                && started != null
                && started.isBefore(header.referenceDate())
                && workingDays.between(started, header.referenceDate()) > WORKING_DAYS) {
            warn(
                    enquiry.line(),
                    "8675Q",
                    "The enquiry of %s is older than 15 working days and has no initial conference."
                            .formatted(EnglishDay.say(started)));
        }
    }

    private void checkOneAtATime(List<CensusEnquiry> enquiries) {
        var open = enquiries.stream().filter(CensusEnquiry::isOpen).toList();
        if (open.size() > 1) {
            warn(open.get(1).line(), "8839", "The episode has %d open section 47 enquiries.".formatted(open.size()));
        }
        var inTime = enquiries.stream()
                .filter(enquiry -> enquiry.startedOn() != null)
                .sorted(Comparator.comparing(enquiry -> Objects.requireNonNull(enquiry.startedOn())))
                .toList();
        for (int i = 1; i < inTime.size(); i++) {
            var ended = inTime.get(i - 1).endedOn();
            var next = inTime.get(i);
            if (ended != null && next.startedOn().isBefore(ended)) {
                warn(
                        next.line(),
                        "8890",
                        "The enquiry of %s began while another was under way."
                                .formatted(EnglishDay.say(next.startedOn())));
            }
        }
    }

    private void notAtTheWeekend(int line, String rule, String what, @Nullable LocalDate day) {
        if (day != null && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)) {
            warn(line, rule, "%s (%s) is on a weekend.".formatted(what, EnglishDay.say(day)));
        }
    }

    private void warn(int line, String rule, String sentence) {
        warnings.add(new CensusFinding(line, rule, sentence));
    }
}
