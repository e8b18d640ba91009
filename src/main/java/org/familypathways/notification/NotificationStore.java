package org.familypathways.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.familypathways.notification.Addressee.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of notifications. */
@Repository
class NotificationStore {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    NotificationStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Adds the notification, or nothing when this recipient has had it. */
    Optional<String> add(Notice notice, Addressee recipient, Message text, Map<String, String> values) {
        return jdbc.sql("""
                        insert into notification (id, template, family_id, once_key, recipient_kind, recipient,
                          subject, body, personalisation, state, send_reference, created_at, changed_at)
                        values (next_reference('N', 'notification_number'), :template, :family, :once,
                          :kind, :recipient, :subject, :body, :values::jsonb, 'waiting', gen_random_uuid(), :now, :now)
                        on conflict (once_key, recipient_kind, recipient) do nothing
                        returning id
                        """)
                .param("template", notice.template())
                .param("family", notice.familyId())
                .param("once", notice.once())
                .param("kind", recipient.kind().code())
                .param("recipient", recipient.reference())
                .param("subject", text.subject())
                .param("body", text.body())
                .param("values", json.writeValueAsString(values))
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /** The same words for another recipient, or nothing when they have had them. */
    Optional<String> copy(Notification original, Addressee recipient) {
        return jdbc.sql("""
                        insert into notification (id, template, family_id, once_key, recipient_kind, recipient,
                          subject, body, personalisation, state, send_reference, created_at, changed_at)
                        select next_reference('N', 'notification_number'), template, family_id, once_key,
                          :kind, :recipient, subject, body, personalisation, 'waiting', gen_random_uuid(), :now, :now
                        from notification where id = :id
                        on conflict (once_key, recipient_kind, recipient) do nothing
                        returning id
                        """)
                .param("kind", recipient.kind().code())
                .param("recipient", recipient.reference())
                .param("now", now())
                .param("id", original.id())
                .query(String.class)
                .optional();
    }

    Optional<Notification> find(String id) {
        return select("where id = :id")
                .param("id", id)
                .query(this::notification)
                .optional();
    }

    /** The notification, held until the transaction ends, so that two hands never move it at once. */
    Notification hold(String id) {
        return select("where id = :id for update")
                .param("id", id)
                .query(this::notification)
                .single();
    }

    /** @throws IllegalStateException when its life has no such step */
    void move(Notification from, DeliveryState to, @Nullable String reason) {
        if (!from.state().canTransitionTo(to)) {
            throw new IllegalStateException("Notification %s is %s and cannot become %s"
                    .formatted(from.id(), from.state().code(), to.code()));
        }
        jdbc.sql("""
                        update notification set state = :state, reason = :reason, changed_at = :now,
                          sent_at = case when :state = 'sent' then :now else sent_at end,
                          attempts = attempts + case when :state = 'sending' then 1 else 0 end
                        where id = :id
                        """)
                .param("state", to.code())
                .param("reason", reason)
                .param("now", now())
                .param("id", from.id())
                .update();
    }

    /** It is there to be read in the application; false when somebody else has moved the notification since. */
    boolean keepInTheApp(Notification seen) {
        return jdbc.sql("""
                                update notification set state = 'sent', channel = :channel, sent_to = null, reason = null,
                                  sent_at = :now, changed_at = :now
                                where id = :id and state = :state and changed_at = :changedAt
                                """)
                        .param("channel", Notification.IN_THE_APP)
                        .param("now", now())
                        .param("id", seen.id())
                        .param("state", seen.state().code())
                        .param("changedAt", Timestamp.from(seen.changedAt()))
                        .update()
                == 1;
    }

    void address(String id, String channel, @Nullable String sentTo) {
        jdbc.sql("update notification set channel = :channel, sent_to = :sentTo where id = :id")
                .param("channel", channel)
                .param("sentTo", sentTo)
                .param("id", id)
                .update();
    }

    void delivery(String id, String deliveryId) {
        jdbc.sql("update notification set delivery_id = :delivery where id = :id")
                .param("delivery", deliveryId)
                .param("id", id)
                .update();
    }

    /** A person has decided; from now on a sending service is asked by a new reference. */
    void decided(String id, String accountId) {
        jdbc.sql("update notification set decided_by = :account, send_reference = gen_random_uuid() where id = :id")
                .param("account", accountId)
                .param("id", id)
                .update();
    }

    void read(String id, String accountId) {
        jdbc.sql("""
                        update notification set read_at = :now
                        where id = :id and recipient_kind = 'worker' and recipient = :account and read_at is null
                        """)
                .param("now", now())
                .param("id", id)
                .param("account", accountId)
                .update();
    }

    List<Notification> toWorker(String accountId, int limit) {
        return select(
                        "where recipient_kind = 'worker' and recipient = :account order by created_at desc, id desc limit :limit")
                .param("account", accountId)
                .param("limit", limit)
                .query(this::notification)
                .list();
    }

    List<Notification> toPeopleOf(Set<String> families, int limit) {
        return select("""
                        where recipient_kind = 'person' and family_id in (:families)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("families", families)
                .param("limit", limit)
                .query(this::notification)
                .list();
    }

    List<Notification> ofFamily(String familyId) {
        return select("where family_id = :family order by created_at desc, id desc")
                .param("family", familyId)
                .query(this::notification)
                .list();
    }

    /** What did not arrive, or has been on its way since before that time. */
    List<Notification> undelivered(Instant onItsWaySince, int limit) {
        return select("""
                        where state in ('failed', 'may-have-been-sent', 'not-sendable')
                           or state in ('waiting', 'sending') and changed_at < :since
                        order by changed_at, id limit :limit
                        """)
                .param("since", Timestamp.from(onItsWaySince))
                .param("limit", limit)
                .query(this::notification)
                .list();
    }

    private JdbcClient.StatementSpec select(String where) {
        return jdbc.sql("select * from notification " + where);
    }

    private Notification notification(ResultSet row, int number) throws SQLException {
        return new Notification(
                row.getString("id"),
                row.getString("template"),
                row.getString("family_id"),
                new Addressee(
                        Kind.valueOf(row.getString("recipient_kind").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("recipient")),
                new Message(row.getString("subject"), row.getString("body")),
                json.readValue(row.getString("personalisation"), VALUES),
                DeliveryState.of(row.getString("state")),
                row.getObject("send_reference", UUID.class),
                row.getString("channel"),
                row.getString("sent_to"),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "read_at"),
                row.getString("delivery_id"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
