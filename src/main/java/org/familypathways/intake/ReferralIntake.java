package org.familypathways.intake;

import org.familypathways.record.Child;
import org.familypathways.record.ChildMatching;
import org.familypathways.record.Children;
import org.familypathways.record.Episodes;
import org.familypathways.record.Episodes.Episode;
import org.familypathways.record.Families;
import org.familypathways.record.NewChild;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a referral onto record, whichever door it came by: finds the child if it is known, opens a family and a child
 * if not, and opens the episode that the referral begins. It begins no pathway; the caller is in one or begins it, in
 * the same transaction.
 */
@Service
public class ReferralIntake {

    private static final int MONTHS_OF_A_RE_REFERRAL = 12;

    private final ChildMatching matching;
    private final Families families;
    private final Children children;
    private final Episodes episodes;

    ReferralIntake(ChildMatching matching, Families families, Children children, Episodes episodes) {
        this.matching = matching;
        this.families = families;
        this.children = children;
        this.episodes = episodes;
    }

    @Transactional
    public MatchedReferral receive(ReceivedReferral referral) {
        var described = new NewChild(
                referral.firstName(),
                referral.lastName(),
                referral.birthDate(),
                referral.expectedBirthDate(),
                referral.sex(),
                referral.laChildId(),
                referral.upn());
        var known = matching.find(described);
        var child = known.orElseGet(
                () -> children.create(families.create(referral.area()).id(), described));
        boolean again = referredRecently(child, referral);
        episodes.open(new Episode(
                child.id(), referral.receivedOn(), referral.sourceCode(), referral.primaryNeed(), null, null));
        return new MatchedReferral(child.familyId(), child.id(), known.isPresent(), again);
    }

    /** On record as Annex A of the inspection framework counts it: an earlier referral within twelve months. */
    private boolean referredRecently(Child child, ReceivedReferral referral) {
        var earliest = referral.receivedOn().minusMonths(MONTHS_OF_A_RE_REFERRAL);
        return episodes.ofChild(child.id()).stream()
                .map(Episode::referralDate)
                .anyMatch(day -> day.isBefore(referral.receivedOn()) && !day.isBefore(earliest));
    }
}
