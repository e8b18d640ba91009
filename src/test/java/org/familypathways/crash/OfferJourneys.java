package org.familypathways.crash;

import static org.familypathways.crash.JourneyDriver.oneOf;
import static org.familypathways.crash.JourneyDriver.remark;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Offers of Family Group Conferences, again and again to the first families that referrals brought. */
final class OfferJourneys implements JourneyDriver {

    /** They see every family of their area. */
    private static final List<String> TEAM_MANAGERS = List.of("tom.reid", "joe.marsh");

    private static final int FAMILIES = 6;

    @Override
    public String pathway() {
        return "family-group-conference-offer";
    }

    @Override
    public List<String> people() {
        return List.of("maria.silva", "ben.cole", "ben.cole", "zoe.hart");
    }

    @Override
    public Optional<Beginning> begin(Random random) {
        return Optional.of(new Beginning(
                oneOf(TEAM_MANAGERS, random),
                Map.of(
                        "familyReference",
                        "F-%06d".formatted(1 + random.nextInt(FAMILIES)),
                        "purpose",
                        remark(random),
                        "familyKnows",
                        "yes")));
    }

    @Override
    public Optional<Map<String, Object>> answers(String taskKey, Random random) {
        String today = LocalDate.now().toString();
        return Optional.ofNullable(
                switch (taskKey) {
                    case "userTask_discussNewOffer" ->
                        Map.of(
                                "newOfferDecision",
                                oneOf(List.of("go-on", "go-on", "not-now"), random),
                                "reason",
                                remark(random));
                    case "userTask_recordHolders" ->
                        Map.of(
                                "holders",
                                List.of(Map.of(
                                        "firstName",
                                        "Ada",
                                        "lastName",
                                        remark(random),
                                        "relation",
                                        "mother",
                                        "parentalResponsibility",
                                        true)),
                                "howKnown",
                                remark(random));
                    case "userTask_checkContact" ->
                        Map.of(
                                "domesticAbuse",
                                oneOf(List.of("yes", "not-known"), random),
                                "contactForbidden",
                                "yes",
                                "orders",
                                remark(random),
                                "safeContact",
                                "in-person");
                    case "userTask_makeOffer" ->
                        Map.of(
                                "offerMade",
                                "yes",
                                "offeredOn",
                                today,
                                "offeredBy",
                                "visit",
                                "interpreter",
                                "no",
                                "note",
                                remark(random));
                    case "userTask_recordAnswer" ->
                        random.nextBoolean()
                                ? Map.of("answer", "accepted", "answeredOn", today, "words", remark(random))
                                : Map.of("answer", "declined", "answeredOn", today, "whyDeclined", "no-need");
                    case "userTask_recordConsent" ->
                        random.nextBoolean()
                                ? Map.of("consentSigned", "yes", "signedOn", today, "limits", remark(random))
                                : Map.of("consentSigned", "no", "whyNotSigned", remark(random));
                    case "userTask_askChild" ->
                        Map.of("childAgrees", "agrees", "askedOn", today, "words", remark(random));
                    default -> null;
                });
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant("an offer is open as long as its case runs", """
                        select offer.process_instance_id from conference_offer offer
                        left join act_ru_execution pathway on pathway.id_ = offer.process_instance_id
                        where (offer.closed_on is null) <> (pathway.id_ is not null)
                        """),
                new Invariant("everybody who was offered a conference was told once, and it is a fact once", """
                        select holder.process_instance_id || ' ' || holder.person_id from conference_offer_holder holder
                        where holder.offered_on is not null and (
                          (select count(*) from notification where template = 'conference-offer-made'
                             and once_key like holder.process_instance_id || ':%'
                             and recipient = holder.person_id) <> 1
                          or (select count(*) from practice_fact fact
                             where fact.process_instance_id = holder.process_instance_id
                             and fact.type = 'ConferenceOffered'
                             and fact.details ->> 'personId' = holder.person_id) <> 1)
                        """),
                new Invariant("an answer is what the worker wrote", """
                        select holder.process_instance_id || ' ' || holder.person_id from conference_offer_holder holder
                        left join record_entry entry on entry.process_instance_id = holder.process_instance_id
                          and entry.person_id = holder.person_id and entry.task_key = 'userTask_recordAnswer'
                        where coalesce(entry.answers ->> 'answer',
                          case when holder.offered_on is null then 'to-be-asked' else 'awaited' end) <> holder.answer
                        """),
                new Invariant("one who signed is enough for a conference, and the least that there must be", """
                        select offer.process_instance_id from conference_offer offer
                        cross join lateral (select
                          (select count(*) from act_hi_procinst called
                             where called.super_process_instance_id_ = offer.process_instance_id) conferences,
                          (select count(*) from conference_offer_holder holder
                             where holder.process_instance_id = offer.process_instance_id
                             and holder.consented_on is not null) consents) told
                        where conferences > 1 or conferences = 1 and consents = 0
                          or offer.outcome = 'consent-not-given' and consents > 0
                        """));
    }
}
