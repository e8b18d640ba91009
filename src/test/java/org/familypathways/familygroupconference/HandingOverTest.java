package org.familypathways.familygroupconference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.familypathways.familygroupconference.ConferenceJourney.COORDINATOR;
import static org.familypathways.familygroupconference.ConferenceJourney.MANAGER;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.Involvements;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SettableClock;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When a co-ordinator cannot go on, their manager hands the step to a colleague, as Tasklist does it. */
@ApplicationTest
class HandingOverTest {

    private static final String COLLEAGUE = "kay.lund";
    private static final String STEP = "userTask_holdBaselineMeeting";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    ConferenceJourney journey;

    @Autowired
    Involvements involvements;

    @Autowired
    Workers workers;

    @Autowired
    Teams teams;

    @Autowired
    SettableClock clock;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Work work;

    private ConferenceJourney.Case conference;
    private Task meeting;

    @BeforeEach
    void a_co_ordinator_prepares_a_conference_and_has_a_colleague() {
        clock.setDate(TODAY);
        workers.join(new Worker(COLLEAGUE, "Kay Lund", null, true));
        workers.give(
                COLLEAGUE,
                PracticeRole.FGC_COORDINATOR,
                teams.find("fgc-area-north").orElseThrow());
        conference = journey.begin().referralIsAccepted().coordinatorIsAllocated();
        meeting = conference.tasks("holdBaselineMeeting").get(0);
        assertThat(meeting.getAssignee()).isEqualTo(COORDINATOR);
    }

    @AfterEach
    void the_colleague_leaves() {
        workers.leave(COLLEAGUE);
    }

    @Test
    void the_manager_hands_the_step_to_a_colleague_who_does_it() {
        assertThat(handOver(MANAGER, COLLEAGUE).statusCode()).isEqualTo(204);

        assertThat(inTheHandsOf()).isEqualTo(COLLEAGUE);
        work.as(COLLEAGUE)
                .finish(
                        meeting,
                        Map.of(
                                "heldOn", TODAY.toString(),
                                "purpose", "Where Ada can live",
                                "questions", "Who helps on which day?",
                                "bottomLines", "Ada is never alone",
                                "risks", "None known"));
        assertThat(conference.facts()).contains("BaselineMeetingHeld");
    }

    @Test
    void the_manager_sees_the_step_in_tasklist() {
        assertThat(signedIn.program(MANAGER)
                        .get("/engine-rest/task/" + meeting.getId())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_manager_hands_the_step_back_as_well() {
        handOver(MANAGER, COLLEAGUE);

        assertThat(handOver(MANAGER, COORDINATOR).statusCode()).isEqualTo(204);
        assertThat(inTheHandsOf()).isEqualTo(COORDINATOR);
    }

    @Test
    void nobody_gets_it_who_is_no_co_ordinator() {
        assertThat(handOver(MANAGER, "zoe.hart").statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(inTheHandsOf()).isEqualTo(COORDINATOR);
    }

    @Test
    void nobody_gets_it_who_had_another_part_in_the_case() {
        involvements.begin(conference.familyId(), COLLEAGUE, PracticeRole.SOCIAL_WORKER);

        var answer = handOver(MANAGER, COLLEAGUE);

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("never had another part in this family’s case");
        assertThat(inTheHandsOf()).isEqualTo(COORDINATOR);
    }

    @Test
    void somebody_else_hands_nothing_over() {
        assertThat(handOver("amina.khan", COLLEAGUE).statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(inTheHandsOf()).isEqualTo(COORDINATOR);
    }

    private HttpResponse<String> handOver(String from, String to) {
        var browser = signedIn.as(from);
        browser.get("/camunda/app/tasklist/default/");
        return browser.json(
                "POST",
                "/camunda/api/engine/engine/default/task/%s/assignee".formatted(meeting.getId()),
                "{\"userId\":\"%s\"}".formatted(to));
    }

    private String inTheHandsOf() {
        return work.task(conference.instance(), STEP).getAssignee();
    }
}
