package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.familypathways.childprotectionenquiry.StrategyDiscussion;
import org.familypathways.childprotectionenquiry.StrategyDiscussionHeld;
import org.familypathways.practicefact.PracticeFacts;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

/** Keeps a strategy discussion that a team manager wrote down, when it was one. */
@Component
class StrategyDiscussions {

    private final StepAnswers answers;
    private final PracticeFacts facts;
    private final Clock clock;

    StrategyDiscussions(StepAnswers answers, PracticeFacts facts, Clock clock) {
        this.answers = answers;
        this.facts = facts;
        this.clock = clock;
    }

    void record(DelegateExecution execution, String taskKey, String dateKey, boolean beganEnquiry) {
        Entry entry = answers.at(execution, taskKey);
        List<String> attendees = entry.codes("attendees");
        var discussion = StrategyDiscussion.held(entry.date(dateKey), Set.copyOf(attendees), LocalDate.now(clock));
        facts.record(
                new StrategyDiscussionHeld(FAMILY_ID.from(execution), discussion.heldOn(), attendees, beganEnquiry),
                execution.getProcessInstanceId());
    }
}
