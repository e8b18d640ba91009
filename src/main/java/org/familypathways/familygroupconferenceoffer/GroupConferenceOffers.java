package org.familypathways.familygroupconferenceoffer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.familypathways.familygroupconferenceoffer.OfferRows.AskedHolder;
import org.familypathways.practicefact.PracticeFact;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.PracticeRuleBroken;
import org.familypathways.timescale.Clocks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The offers of Family Group Conferences: when one is made, and how it ends. */
@Service
@Transactional
public class GroupConferenceOffers {

    /** Three months, in which no family is offered another conference without a discussion. */
    private static final String SOON = "T56";

    private final OfferRows rows;
    private final HolderOffers holders;
    private final OfferNotices notices;
    private final ReplacedConference replaced;
    private final PracticeFacts facts;
    private final Clocks clocks;
    private final Clock clock;

    GroupConferenceOffers(
            OfferRows rows,
            HolderOffers holders,
            OfferNotices notices,
            ReplacedConference replaced,
            PracticeFacts facts,
            Clocks clocks,
            Clock clock) {
        this.rows = rows;
        this.holders = holders;
        this.notices = notices;
        this.replaced = replaced;
        this.facts = facts;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Begins the offer, whatever the family was offered before.
     *
     * @return whether the family has another offer or conference under way, or had one in the last three months
     */
    public boolean begin(ConferenceOffer offer) {
        rows.holdFamily(offer.familyId());
        boolean recently = isRecentlyOffered(offer.familyId());
        rows.insert(offer);
        record(
                new ConferenceOfferBegun(
                        offer.familyId(),
                        offer.beganOn(),
                        offer.trigger().code(),
                        offer.conferenceHeldOn(),
                        offer.planMade()),
                offer.processInstanceId());
        return recently;
    }

    private boolean isRecentlyOffered(String familyId) {
        return rows.isOneOpen(familyId)
                || rows.lastClosedOn(familyId)
                        .map(closed -> clocks.until(SOON, closed).isAfter(clock.instant()))
                        .orElse(false);
    }

    public void putOff(String familyId, OfferTrigger trigger, String processInstanceId) {
        close(OfferOutcome.NOT_NOW, processInstanceId);
        record(new ConferenceOfferPutOff(familyId, today(), trigger.code()), processInstanceId);
        notices.tellWorkers("offer-put-off", familyId, processInstanceId);
    }

    /**
     * Everybody who was asked has answered or let the time pass: one yes is enough. When somebody else turned out to
     * hold parental responsibility meanwhile, they are to be asked first.
     *
     * @throws PracticeRuleBroken when there was nobody left to be asked
     */
    public OfferOutcome conclude(String familyId, String processInstanceId) {
        if (!holders.toBeChecked(familyId, processInstanceId).isEmpty()) {
            return OfferOutcome.ASK_OTHERS;
        }
        List<AskedHolder> asked = rows.holders(processInstanceId).stream()
                .filter(holder -> holder.answer() != HolderAnswer.TO_BE_ASKED)
                .toList();
        if (asked.isEmpty()) {
            throw new PracticeRuleBroken(
                    "Nobody on this family’s record holds parental responsibility any more, so nobody"
                            + " could be asked. Put that right on the record, then complete this.");
        }
        var outcome = OfferOutcome.of(asked.stream().map(AskedHolder::answer).toList());
        switch (outcome) {
            case ACCEPTED -> {
                record(new ConferenceAccepted(familyId, today()), processInstanceId);
                notices.tellWorkers("offer-accepted", familyId, processInstanceId);
            }
            case DECLINED -> {
                close(outcome, processInstanceId);
                record(new ConferenceDeclined(familyId, today(), mainReason(asked)), processInstanceId);
                notices.tellWorkers("offer-declined", familyId, processInstanceId);
            }
            default -> {
                close(outcome, processInstanceId);
                record(new ConferenceOfferNotAnswered(familyId, today()), processInstanceId);
                notices.tellWorkers("offer-no-response", familyId, processInstanceId);
            }
        }
        return outcome;
    }

    private static String mainReason(List<AskedHolder> asked) {
        return asked.stream()
                .map(AskedHolder::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("no-reason");
    }

    /**
     * One person with parental responsibility who signed is enough, and the least that there must be.
     *
     * @return whether somebody did; without, the offer has ended
     */
    public boolean concludeConsent(String familyId, String processInstanceId) {
        boolean given = rows.hasAnybodyConsented(processInstanceId);
        if (!given) {
            close(OfferOutcome.CONSENT_NOT_GIVEN, processInstanceId);
            record(new ConferenceConsentNotGiven(familyId, today()), processInstanceId);
            notices.tellWorkers("consent-not-given", familyId, processInstanceId);
        }
        return given;
    }

    /**
     * A conference is voluntary to the last: the offer ends at once.
     *
     * @throws PracticeRuleBroken when that person has signed no consent that they could take back
     */
    public void consentTakenBack(HolderOffers.Holder holder, LocalDate on) {
        String processInstanceId = holder.processInstanceId();
        if (!rows.hasConsented(processInstanceId, holder.personId())) {
            throw new PracticeRuleBroken(
                    "%s has signed no consent. Say at the step about this person that they do not sign."
                            .formatted(holder.personId()));
        }
        close(OfferOutcome.CONSENT_WITHDRAWN, processInstanceId);
        record(new ConferenceConsentTakenBack(holder.familyId(), on, holder.personId()), processInstanceId);
        notices.tellWorkers("consent-withdrawn", holder.familyId(), processInstanceId);
        notices.tellPerson("consent-withdrawn", holder.familyId(), holder.personId(), processInstanceId);
    }

    public void childAsked(String familyId, String childId, LocalDate on, String agreement, String processInstanceId) {
        record(new ChildAskedAboutConference(familyId, childId, on, agreement), processInstanceId);
    }

    /** The conference to which the offer led, and everything after it, has come to its end. */
    public void conferenceConcluded(String processInstanceId) {
        close(OfferOutcome.CONFERENCE_CONCLUDED, processInstanceId);
    }

    private void close(OfferOutcome outcome, String processInstanceId) {
        rows.close(processInstanceId, outcome, today());
        replaced.ended(rows.find(processInstanceId));
    }

    private void record(PracticeFact fact, String processInstanceId) {
        facts.record(fact, processInstanceId);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
