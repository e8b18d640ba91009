package org.familypathways.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.engine.Submission;
import org.familypathways.record.RecordEntries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The referrals that other systems send. One that is sent again, as programs do when they got no answer, gets the same
 * answer and makes nothing new, also when both arrive at once.
 */
@Service
public class ReceivedReferrals {

    private static final String PATHWAY = "referral";
    private static final String FIRST_STEP = "startEvent_contactReceived";
    private static final String FORM = "referral.record-contact";

    private final JdbcClient jdbc;
    private final ReferralIntake intake;
    private final Areas areas;
    private final PathwayStarts pathways;
    private final RecordEntries entries;
    private final Clock clock;

    ReceivedReferrals(
            JdbcClient jdbc,
            ReferralIntake intake,
            Areas areas,
            PathwayStarts pathways,
            RecordEntries entries,
            Clock clock) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.areas = areas;
        this.pathways = pathways;
        this.entries = entries;
        this.clock = clock;
    }

    /** The sender used this reference for something else before. */
    public static final class ReferenceUsedBefore extends RuntimeException {}

    /**
     * Takes a referral in and begins its pathway.
     *
     * @param sender the account that sent it
     * @param reference the sender's own name for it
     * @param content all of it as text, the same whenever it is sent again
     * @param answers what was written, by the keys of the form that a front door officer would fill in
     * @return when it arrived first; where it went on record is not for the sender, who may not know of that family
     * @throws ReferenceUsedBefore when the same sender used the reference for another content
     * @throws InputRefused when the area is unknown
     */
    @Transactional
    public Instant receive(
            String sender, String reference, String content, ReceivedReferral referral, Map<String, Object> answers) {
        areas.named(referral.area());
        String fingerprint = sha256(content);
        if (!isFirst(sender, reference, fingerprint)) {
            return before(sender, reference, fingerprint);
        }
        var matched = intake.receive(referral);
        String processInstanceId = pathways.begin(PATHWAY, matched.childId(), variables(referral, matched));
        entries.keep(new Submission(
                PATHWAY,
                processInstanceId,
                null,
                FIRST_STEP,
                FORM,
                1,
                matched.familyId(),
                matched.childId(),
                null,
                sender,
                answers));
        remember(sender, reference, matched);
        return before(sender, reference, fingerprint);
    }

    private static Map<String, Object> variables(ReceivedReferral referral, MatchedReferral matched) {
        return Map.of(
                "familyId", matched.familyId(),
                "childId", matched.childId(),
                "receivedOn", referral.receivedOn().toString(),
                "immediateDanger", referral.immediateDanger(),
                "thresholdUnclear", false,
                "childAlreadyKnown", matched.alreadyKnown(),
                "reReferral", matched.referredWithinTwelveMonths());
    }

    /** Waits for another transaction that is taking the same one in at this moment. */
    private boolean isFirst(String sender, String reference, String fingerprint) {
        return jdbc.sql("""
                                insert into received_referral (sender, reference, content_sha256, received_at)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(sender, reference, fingerprint, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private Instant before(String sender, String reference, String fingerprint) {
        return jdbc.sql("""
                        select received_at from received_referral
                        where sender = ? and reference = ? and content_sha256 = ?
                        """)
                .params(sender, reference, fingerprint)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElseThrow(ReferenceUsedBefore::new);
    }

    private void remember(String sender, String reference, MatchedReferral matched) {
        jdbc.sql("update received_referral set family_id = ?, child_id = ? where sender = ? and reference = ?")
                .params(matched.familyId(), matched.childId(), sender, reference)
                .update();
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
