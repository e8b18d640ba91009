package org.familypathways.familygroupconferenceoffer;

import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.RecordEntries;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.Work;
import org.familypathways.timescale.ClockWatch;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the stories of {@link FamilyGroupConferenceOfferTest} have in common: a family on a Monday. */
abstract class OfferStories {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    BeanFactory beans;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Work work;

    @Autowired
    SettableClock clock;

    @Autowired
    ClockWatch watch;

    @Autowired
    NetworkMembers network;

    @Autowired
    RecordEntries entries;

    @Autowired
    JdbcClient jdbc;

    OfferJourney journey;

    @BeforeEach
    void a_family_on_a_monday() {
        clock.setDate(MONDAY);
        journey = new OfferJourney(beans);
    }

    String businessKey(String processInstanceId) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getBusinessKey();
    }

    String reasonOf(String fact) {
        return jdbc.sql("select details ->> 'reason' from practice_fact"
                        + " where process_instance_id = :case and type = :fact")
                .param("case", journey.offer)
                .param("fact", fact)
                .query(String.class)
                .single();
    }

    static LocalDate day(Task task) {
        return task.getDueDate().toInstant().atZone(ZoneId.of("Europe/London")).toLocalDate();
    }
}
