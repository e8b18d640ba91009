package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of offers and of the people to whom they were made. */
@Repository
class OfferRows {

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two things that happen to a family at the same moment must not both find that it has no offer. */
    void holdFamily(String familyId) {
        jdbc.sql("select id from family where id = :id for no key update")
                .param("id", familyId)
                .query(String.class)
                .single();
    }

    void insert(ConferenceOffer offer) {
        jdbc.sql("""
                        insert into conference_offer
                          (process_instance_id, family_id, trigger, conference_held_on, plan_made, began_on)
                        values (:case, :family, :trigger, :heldOn, :planMade, :beganOn)
                        """)
                .param("case", offer.processInstanceId())
                .param("family", offer.familyId())
                .param("trigger", offer.trigger().code())
                .param("heldOn", offer.conferenceHeldOn())
                .param("planMade", offer.planMade())
                .param("beganOn", offer.beganOn())
                .update();
    }

    ConferenceOffer find(String processInstanceId) {
        return jdbc.sql("select * from conference_offer where process_instance_id = :case")
                .param("case", processInstanceId)
                .query((row, number) -> new ConferenceOffer(
                        row.getString("process_instance_id"),
                        row.getString("family_id"),
                        OfferTrigger.of(row.getString("trigger")),
                        row.getObject("conference_held_on", LocalDate.class),
                        row.getObject("plan_made", Boolean.class),
                        row.getObject("began_on", LocalDate.class)))
                .single();
    }

    boolean isOneOpen(String familyId) {
        return jdbc.sql("select exists (select from conference_offer where family_id = :family and closed_on is null)")
                .param("family", familyId)
                .query(Boolean.class)
                .single();
    }

    /** Offers that were put off do not count: otherwise talking about one would put off the next. */
    Optional<LocalDate> lastClosedOn(String familyId) {
        return jdbc.sql("""
                        select closed_on from conference_offer
                        where family_id = :family and closed_on is not null and outcome <> 'not-now'
                        order by closed_on desc limit 1
                        """).param("family", familyId).query(LocalDate.class).optional();
    }

    void close(String processInstanceId, OfferOutcome outcome, LocalDate on) {
        jdbc.sql("update conference_offer set outcome = :outcome, closed_on = :on where process_instance_id = :case")
                .param("outcome", outcome.code())
                .param("on", on)
                .param("case", processInstanceId)
                .update();
    }

    void made(String processInstanceId, String personId, LocalDate on) {
        answer(processInstanceId, personId, HolderAnswer.AWAITED, null, null);
        jdbc.sql("""
                        update conference_offer_holder set offered_on = :on
                        where process_instance_id = :case and person_id = :person
                        """)
                .param("on", on)
                .param("case", processInstanceId)
                .param("person", personId)
                .update();
    }

    void answer(
            String processInstanceId,
            String personId,
            HolderAnswer answer,
            @Nullable LocalDate answeredOn,
            @Nullable String reason) {
        jdbc.sql("""
                        insert into conference_offer_holder (process_instance_id, person_id, answer, answered_on, reason)
                        values (:case, :person, :answer, :on, :reason)
                        on conflict (process_instance_id, person_id)
                        do update set answer = :answer, answered_on = :on, reason = :reason
                        """)
                .param("case", processInstanceId)
                .param("person", personId)
                .param("answer", answer.code())
                .param("on", answeredOn)
                .param("reason", reason)
                .update();
    }

    void consented(String processInstanceId, String personId, LocalDate on) {
        jdbc.sql("""
                        update conference_offer_holder set consented_on = :on
                        where process_instance_id = :case and person_id = :person
                        """)
                .param("on", on)
                .param("case", processInstanceId)
                .param("person", personId)
                .update();
    }

    boolean hasConsented(String processInstanceId, String personId) {
        return jdbc.sql("""
                        select exists (select from conference_offer_holder
                          where process_instance_id = :case and person_id = :person and consented_on is not null)
                        """)
                .param("case", processInstanceId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    boolean hasAnybodyConsented(String processInstanceId) {
        return jdbc.sql("""
                        select exists (select from conference_offer_holder
                          where process_instance_id = :case and consented_on is not null)
                        """)
                .param("case", processInstanceId)
                .query(Boolean.class)
                .single();
    }

    /** @throws IllegalStateException when the person was not made an offer in this case */
    LocalDate offeredOn(String processInstanceId, String personId) {
        return jdbc.sql("""
                        select offered_on from conference_offer_holder
                        where process_instance_id = :case and person_id = :person and offered_on is not null
                        """)
                .param("case", processInstanceId)
                .param("person", personId)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No offer was made to %s".formatted(personId)));
    }

    List<AskedHolder> holders(String processInstanceId) {
        return jdbc.sql("""
                        select person_id, answer, reason from conference_offer_holder
                        where process_instance_id = :case order by answered_on nulls last, person_id
                        """)
                .param("case", processInstanceId)
                .query((row, number) -> new AskedHolder(
                        row.getString("person_id"), HolderAnswer.of(row.getString("answer")), row.getString("reason")))
                .list();
    }

    /**
     * One person who holds parental responsibility and what became of the offer to them.
     *
     * @param reason the main reason of a no, by its code
     */
    record AskedHolder(
            String personId, HolderAnswer answer, @Nullable String reason) {}
}
