package org.familypathways.familygroupconferenceoffer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.familypathways.familygroupconferenceoffer.OfferRows.AskedHolder;
import org.familypathways.practicefact.PracticeFact;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.Network;
import org.familypathways.record.PracticeRuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The offer to each person who holds parental responsibility, and what they say to it. */
@Service
@Transactional
public class HolderOffers {

    private final OfferRows rows;
    private final Network network;
    private final OfferNotices notices;
    private final PracticeFacts facts;
    private final Clock clock;

    HolderOffers(OfferRows rows, Network network, OfferNotices notices, PracticeFacts facts, Clock clock) {
        this.rows = rows;
        this.network = network;
        this.notices = notices;
        this.facts = facts;
        this.clock = clock;
    }

    /** Somebody who is asked, in the case in which they are asked. */
    public record Holder(String familyId, String personId, String processInstanceId) {}

    /** Those who hold parental responsibility and were not thought of yet in this case. */
    public List<String> toBeChecked(String familyId, String processInstanceId) {
        var known = rows.holders(processInstanceId).stream()
                .map(AskedHolder::personId)
                .toList();
        return network.holdersOfParentalResponsibility(familyId).stream()
                .filter(person -> !known.contains(person))
                .toList();
    }

    /** It is known how the person can safely be reached, so they can be asked. */
    public void checked(Holder holder) {
        rows.answer(holder.processInstanceId(), holder.personId(), HolderAnswer.TO_BE_ASKED, null, null);
    }

    /** Those who still hold parental responsibility, whom it is safe to reach and who were not asked yet. */
    public List<String> toBeOffered(String familyId, String processInstanceId) {
        var holding = network.holdersOfParentalResponsibility(familyId);
        return with(HolderAnswer.TO_BE_ASKED, processInstanceId).stream()
                .filter(holding::contains)
                .toList();
    }

    /**
     * The offer was made: the person gets it in writing too, in the way that is safe for them.
     *
     * @throws PracticeRuleBroken when it cannot have been made on that day
     */
    public void made(Holder holder, LocalDate offeredOn, String offeredBy) {
        requirePast(offeredOn, "An offer cannot have been made in the future.");
        rows.made(holder.processInstanceId(), holder.personId(), offeredOn);
        record(new ConferenceOffered(holder.familyId(), offeredOn, holder.personId(), offeredBy), holder);
        tell(holder, "conference-offer-made");
        notices.tellWorkers("conference-offer-made", holder.familyId(), holder.processInstanceId());
    }

    public void remind(Holder holder) {
        tell(holder, "offer-reminder");
    }

    /**
     * @param whyDeclined the main reason of a no, by its code
     * @throws PracticeRuleBroken when nobody can have answered on that day
     */
    public void answered(Holder holder, HolderAnswer answer, LocalDate on, @Nullable String whyDeclined) {
        requirePast(on, "An answer cannot have come in the future.");
        if (on.isBefore(rows.offeredOn(holder.processInstanceId(), holder.personId()))) {
            throw new PracticeRuleBroken("The answer cannot have come before the offer was made.");
        }
        keep(holder, answer, on, whyDeclined);
        if (answer == HolderAnswer.ACCEPTED) {
            tell(holder, "offer-accepted");
        }
    }

    public void notAnswered(Holder holder) {
        keep(holder, HolderAnswer.NO_ANSWER, null, null);
    }

    public void notReached(Holder holder) {
        keep(holder, HolderAnswer.NOT_REACHED, null, null);
    }

    private void keep(Holder holder, HolderAnswer answer, @Nullable LocalDate on, @Nullable String reason) {
        rows.answer(holder.processInstanceId(), holder.personId(), answer, on, reason);
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        record(new ConferenceOfferAnswered(holder.familyId(), day, holder.personId(), answer.code(), reason), holder);
    }

    /** Those who said yes. */
    public List<String> accepting(String processInstanceId) {
        return with(HolderAnswer.ACCEPTED, processInstanceId);
    }

    private List<String> with(HolderAnswer answer, String processInstanceId) {
        return rows.holders(processInstanceId).stream()
                .filter(holder -> holder.answer() == answer)
                .map(AskedHolder::personId)
                .toList();
    }

    /** @throws PracticeRuleBroken when nobody can have signed on that day */
    public void consented(Holder holder, LocalDate signedOn) {
        requirePast(signedOn, "A consent cannot have been signed in the future.");
        rows.consented(holder.processInstanceId(), holder.personId(), signedOn);
        record(new ConferenceConsentGiven(holder.familyId(), signedOn, holder.personId()), holder);
    }

    private void requirePast(LocalDate day, String sentence) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new PracticeRuleBroken(sentence);
        }
    }

    private void tell(Holder holder, String template) {
        notices.tellPerson(template, holder.familyId(), holder.personId(), holder.processInstanceId());
    }

    private void record(PracticeFact fact, Holder holder) {
        facts.record(fact, holder.processInstanceId());
    }
}
