package org.familypathways.familygroupconference;

import java.time.LocalDate;
import org.familypathways.access.Teams;
import org.familypathways.access.Workers;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.testing.EngineTables;
import org.familypathways.testing.OnRecord;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.familypathways.timescale.Clocks;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the stories of {@link FamilyGroupConferenceTest} have in common: it is a Monday. */
abstract class ConferenceStories {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final String OTHER_THAN_WHO_CONSIDERED =
            "“Decide on the resources” must be done by somebody other than the person who did “";

    @Autowired
    ConferenceJourney journey;

    @Autowired
    SettableClock clock;

    @Autowired
    FamilyPlans plans;

    @Autowired
    NetworkMembers people;

    @Autowired
    Involvements involvements;

    @Autowired
    Clocks clocks;

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    Work work;

    @Autowired
    EngineTables engineTables;

    @Autowired
    OnRecord record;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void it_is_a_monday() {
        clock.setDate(TODAY);
    }

    String detail(ConferenceJourney.Case conference, String type, String name) {
        return jdbc.sql("select details->>:name from practice_fact where process_instance_id = :case and type = :type")
                .param("name", name)
                .param("case", conference.instance())
                .param("type", type)
                .query(String.class)
                .single();
    }
}
