package org.familypathways.familygroupconferenceoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.familypathways.familygroupconferenceoffer.OfferJourney.COORDINATOR;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.engine.SubmissionRefused;
import org.junit.jupiter.api.Test;

/** A part of {@link FamilyGroupConferenceOfferTest}: who may make an offer. */
abstract class OfferIndependenceStories extends OfferStories {

    @Test
    void is_not_from_the_familys_case_team_neither_when_they_take_the_task_nor_when_they_complete_it() {
        var workers = beans.getBean(Workers.class);
        var teams = beans.getBean(Teams.class);
        String account = "co-ordinator-" + journey.familyId.toLowerCase();
        workers.join(new Worker(account, "Both Hats", account + "@example.org", true));
        workers.give(
                account,
                PracticeRole.FGC_COORDINATOR,
                teams.find("fgc-area-north").orElseThrow());
        journey.holder("Ada");
        journey.initialConferenceHeld();
        journey.contactChecked(network.ofFamily(journey.familyId).get(0).id());
        Task task = work.task(journey.offer, "userTask_makeOffer");
        work.as(account).claim(task);

        workers.give(
                account,
                PracticeRole.SOCIAL_WORKER,
                teams.find("case-team-north").orElseThrow());

        assertThatThrownBy(() -> work.as(account).signedIn(() -> {
                    engine.getFormService().submitTaskForm(task.getId(), journey.offerMade());
                    return true;
                }))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("outside the family’s case team");
        engine.getTaskService().setAssignee(task.getId(), null);
        assertThatThrownBy(() -> work.as(account).claim(task))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("outside the family’s case team");
    }

    @Test
    void does_it_once_even_with_a_double_click() {
        String mother = journey.holder("Ada");
        journey.initialConferenceHeld();
        journey.contactChecked(mother);
        Task task = journey.taskAbout(mother, "userTask_makeOffer");
        work.as(COORDINATOR).complete(task, journey.offerMade());

        assertThatThrownBy(() -> work.as(COORDINATOR).signedIn(() -> {
                    engine.getFormService().submitTaskForm(task.getId(), journey.offerMade());
                    return true;
                }))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessage("This task was already completed by %s.".formatted(COORDINATOR));
        assertThat(journey.facts()).containsOnlyOnce("ConferenceOffered");
        assertThat(journey.told()).containsOnlyOnce("conference-offer-made to " + mother);
    }

    @Test
    void writes_text_that_stays_text() {
        String words = "<script>alert(1)</script> ${execution.processInstanceId} #{1+1} {{familyId}}";
        String mother = journey.holder("Ada");
        journey.upToTheAnswerOf(mother);

        work.as(COORDINATOR)
                .complete(
                        journey.offer,
                        "userTask_recordAnswer",
                        Map.of(
                                "answer",
                                "declined",
                                "answeredOn",
                                journey.today().toString(),
                                "whyDeclined",
                                "no-reason",
                                "words",
                                words));

        assertThat(entries.latest(journey.offer, "userTask_recordAnswer", mother))
                .hasValueSatisfying(entry -> assertThat(entry.text("words")).isEqualTo(words));
    }
}
