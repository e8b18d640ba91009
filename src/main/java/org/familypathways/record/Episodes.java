package org.familypathways.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The episodes of children in need: from a referral to its closure. Codes as the children-in-need census has them. */
@Service
public class Episodes {

    /** @param closureReason RC1 to RC9; null while the episode is open */
    public record Episode(
            String childId,
            LocalDate referralDate,
            String referralSource,
            @Nullable String primaryNeed,
            @Nullable LocalDate closedOn,
            @Nullable String closureReason) {}

    private final JdbcClient jdbc;

    Episodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new; an episode of the same child and day is known already and stays as it is */
    public boolean open(Episode episode) {
        return jdbc.sql("""
                                insert into episode (child_id, referral_date, referral_source, primary_need, closed_on,
                                    closure_reason)
                                values (:child, :referralDate, :source, :need, :closedOn, :reason)
                                on conflict (child_id, referral_date) do nothing
                                """)
                        .param("child", episode.childId())
                        .param("referralDate", episode.referralDate())
                        .param("source", episode.referralSource())
                        .param("need", episode.primaryNeed())
                        .param("closedOn", episode.closedOn())
                        .param("reason", episode.closureReason())
                        .update()
                == 1;
    }

    /** Newest first. */
    public List<Episode> ofChild(String childId) {
        return jdbc.sql("""
                        select child_id, referral_date, referral_source, primary_need, closed_on, closure_reason
                        from episode where child_id = :child order by referral_date desc
                        """).param("child", childId).query(Episode.class).list();
    }
}
