package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.DECIDE_PLAN_FOR_CHILD;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.HOLD_CONFERENCE;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.PLAN_MADE;
import static org.familypathways.childprotectionenquiry.process.ChildProtectionEnquiryProcess.STRATEGY_DISCUSSION_ON;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.childprotectionenquiry.ConferenceOutcome;
import org.familypathways.childprotectionenquiry.ConferenceOutcome.ChildDecision;
import org.familypathways.childprotectionenquiry.InitialConferences;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class ConcludeInitialConference implements JavaDelegate {

    private final StepAnswers answers;
    private final InitialConferences conferences;

    ConcludeInitialConference(StepAnswers answers, InitialConferences conferences) {
        this.answers = answers;
        this.conferences = conferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entry conference = answers.at(execution, HOLD_CONFERENCE);
        var children = new LinkedHashMap<String, ChildDecision>();
        answers.byChild(execution, DECIDE_PLAN_FOR_CHILD)
                .forEach((child, entry) -> children.put(child, decision(entry)));
        var outcome = new ConferenceOutcome(
                FAMILY_ID.from(execution),
                conference.date("conferenceHeldOn"),
                LocalDate.parse(STRATEGY_DISCUSSION_ON.from(execution)),
                Boolean.TRUE.equals(conference.answers().get("fgcOfferExplained")),
                conference.required("dissent").equals("yes"),
                children);
        conferences.conclude(outcome, execution.getProcessInstanceId());
        PLAN_MADE.set(execution, outcome.isPlanMade());
    }

    private static ChildDecision decision(Entry entry) {
        return new ChildDecision(
                entry.required("planNeeded").equals("yes"), entry.text("category"), entry.text("insteadOfPlan"));
    }
}
