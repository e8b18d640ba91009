package org.familypathways.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file of one census year should not speak about: the time after it, and what had ended before it. */
final class CensusYearRules {

    private final CensusHeader header;
    private final List<CensusFinding> warnings;

    CensusYearRules(CensusHeader header, List<CensusFinding> warnings) {
        this.header = header;
        this.warnings = warnings;
    }

    void check(CensusChild child) {
        child.episodes().forEach(this::check);
    }

    private void check(CensusEpisode episode) {
        notAfter(episode.line(), "The referral", episode.referredOn());
        notAfter(episode.line(), "The closure", episode.closedOn());
        episode.conferences().forEach(day -> notAfter(episode.line(), "The initial conference", day));
        episode.protectionPlans().forEach(plan -> {
            notAfter(plan.line(), "The child protection plan's start", plan.startedOn());
            notAfter(plan.line(), "The child protection plan's end", plan.endedOn());
        });
        var closed = episode.closedOn();
        if (closed != null && closed.isBefore(header.yearBegins())) {
            warn(
                    episode.line(),
                    "The episode closed on %s, before the census year began.".formatted(EnglishDay.say(closed)));
        }
    }

    private void notAfter(int line, String what, @Nullable LocalDate day) {
        if (day != null && day.isAfter(header.referenceDate())) {
            warn(line, "%s (%s) is after the file's reference date.".formatted(what, EnglishDay.say(day)));
        }
    }

    private void warn(int line, String sentence) {
        warnings.add(new CensusFinding(line, "8720", sentence));
    }
}
