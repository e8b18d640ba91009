package org.familypathways.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** One open episode, episodes that do not overlap, and closures that say why and leave nothing open. */
final class EpisodeRules {

    private final List<CensusFinding> warnings;

    EpisodeRules(List<CensusFinding> warnings) {
        this.warnings = warnings;
    }

    void check(CensusChild child) {
        child.episodes().forEach(this::checkClosure);
        child.episodes().forEach(this::checkActivity);
        checkConferencePlace(child);
        var open = child.episodes().stream().filter(CensusEpisode::isOpen).toList();
        if (open.size() > 1) {
            warn(open.get(1).line(), "8815", "The child has %d open episodes.".formatted(open.size()));
        }
        checkOverlap(child.episodes());
    }

    private void checkOverlap(List<CensusEpisode> episodes) {
        var inTime = episodes.stream()
                .filter(episode -> episode.referredOn() != null)
                .sorted(Comparator.comparing(episode -> Objects.requireNonNull(episode.referredOn())))
                .toList();
        for (int i = 1; i < inTime.size(); i++) {
            var before = inTime.get(i - 1);
            var after = inTime.get(i);
            LocalDate closed = before.closedOn();
            if (closed == null) {
                warn(
                        after.line(),
                        "8816",
                        "The child was referred again on %s while the episode of %s was open."
                                .formatted(EnglishDay.say(after.referredOn()), EnglishDay.say(before.referredOn())));
            } else if (closed.isAfter(after.referredOn())) {
                warn(
                        after.line(),
                        "8820",
                        "The episode of %s overlaps the one of %s."
                                .formatted(EnglishDay.say(after.referredOn()), EnglishDay.say(before.referredOn())));
            }
        }
    }

    private void checkClosure(CensusEpisode episode) {
        if (episode.closedOn() != null && episode.closureReason() == null) {
            warn(episode.line(), "8805", "The episode is closed without a reason.");
        }
        if (episode.closedOn() == null && episode.closureReason() != null) {
            warn(episode.line(), "8810", "The episode has a reason for closure but no closure date.");
        }
        if (episode.isOpen()) {
            return;
        }
        episode.assessments().stream()
                .filter(CensusAssessment::isOpen)
                .forEach(open -> warn(open.line(), "8867", "The episode is closed while an assessment is open."));
        episode.enquiries().stream()
                .filter(CensusEnquiry::isOpen)
                .forEach(
                        open -> warn(open.line(), "8868", "The episode is closed while a section 47 enquiry is open."));
    }

    private void checkActivity(CensusEpisode episode) {
        boolean protection = !episode.enquiries().isEmpty()
                || episode.conferences().findAny().isPresent();
        boolean plans = !episode.childInNeedPlans().isEmpty()
                || !episode.protectionPlans().isEmpty();
        boolean closedAfterAssessment = episode.closureReason() != null
                && CensusCodes.CLOSED_AFTER_ASSESSMENT.contains(episode.closureReason());
        if (closedAfterAssessment && (protection || plans)) {
            warn(
                    episode.line(),
                    "2990",
                    "Plans, enquiries or conferences stand on an episode that closed after assessment.");
        }
        if (!episode.noFurtherAction()) {
            return;
        }
        if (protection || !episode.assessments().isEmpty()) {
            warn(episode.line(), "8831", "The referral led to no further action, but activity is recorded on it.");
        }
        if (!episode.protectionPlans().isEmpty()) {
            warn(episode.line(), "8832", "The referral led to no further action, but has a child protection plan.");
        }
        if (!episode.childInNeedPlans().isEmpty()) {
            warn(episode.line(), "4000", "The referral led to no further action, but has a child in need plan.");
        }
    }

    private void checkConferencePlace(CensusChild child) {
        child.episodes().stream()
                .filter(episode -> episode.conferenceHere() != null)
                .filter(episode -> episode.enquiries().stream().anyMatch(enquiry -> enquiry.conferenceOn() != null))
                .forEach(episode -> warn(
                        episode.line(), "2884", "An initial conference stands on the episode and on its enquiry."));
    }

    private void warn(int line, String rule, String sentence) {
        warnings.add(new CensusFinding(line, rule, sentence));
    }
}
