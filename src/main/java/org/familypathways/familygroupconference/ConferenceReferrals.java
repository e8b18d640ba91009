package org.familypathways.familygroupconference;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.Involvements;
import org.familypathways.record.PracticeRuleBroken;
import org.familypathways.timescale.ClockSubject;
import org.familypathways.timescale.Clocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Referrals of families to the conference service, and the list on which they wait for a co-ordinator. */
@Service
public class ConferenceReferrals {

    private final JdbcClient jdbc;
    private final Involvements involvements;
    private final ConferenceNews news;
    private final Clocks clocks;
    private final PracticeFacts facts;
    private final Clock clock;

    ConferenceReferrals(
            JdbcClient jdbc,
            Involvements involvements,
            ConferenceNews news,
            Clocks clocks,
            PracticeFacts facts,
            Clock clock) {
        this.jdbc = jdbc;
        this.involvements = involvements;
        this.news = news;
        this.clocks = clocks;
        this.facts = facts;
        this.clock = clock;
    }

    /** Puts the family on the waiting list and tells those who wait how many are before them. */
    public void acknowledge(String familyId, String processInstanceId, String once) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("""
            insert into conference_waiting_list (process_instance_id, family_id, referred_at)
            values (:case, :family, :now) on conflict do nothing
            """)
                .param("case", processInstanceId)
                .param("family", familyId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        facts.record(new ConferenceReferralMade(familyId, today), processInstanceId);
        var details = Map.of("position", Integer.toString(position(processInstanceId)));
        news.toWorkers("conference-acknowledged", familyId, once, details);
        news.toHolders("conference-acknowledged", familyId, once, details);
    }

    /** How many wait for a co-ordinator up to and with this case. */
    int position(String processInstanceId) {
        return jdbc.sql("""
            select count(*) from conference_waiting_list other
            join conference_waiting_list own on own.process_instance_id = :case
            where other.left_at is null
              and (other.referred_at, other.process_instance_id) <= (own.referred_at, own.process_instance_id)
            """)
                .param("case", processInstanceId)
                .query(Integer.class)
                .single();
    }

    /**
     * From now on the days to the baseline meeting count.
     *
     * @throws PracticeRuleBroken when no social worker is allocated, who would refer and give the information
     */
    public void accept(String familyId, String processInstanceId) {
        if (involvements.inRole(familyId, PracticeRole.SOCIAL_WORKER).isEmpty()) {
            throw new PracticeRuleBroken(
                    "The referral cannot be accepted: no social worker is allocated to family %s. The team manager allocates one on the family’s page."
                            .formatted(familyId));
        }
        clocks.start("T50", new ClockSubject(familyId, null, processInstanceId), LocalDate.now(clock));
    }

    public void refuse(String familyId, String processInstanceId, String once) {
        leaveWaitingList(processInstanceId);
        facts.record(new ConferenceReferralNotAccepted(familyId, LocalDate.now(clock)), processInstanceId);
        news.toWorkers("conference-referral-not-accepted", familyId, once, Map.of());
    }

    void leaveWaitingList(String processInstanceId) {
        jdbc.sql("update conference_waiting_list set left_at = :now where process_instance_id = :case and"
                        + " left_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("case", processInstanceId)
                .update();
    }
}
