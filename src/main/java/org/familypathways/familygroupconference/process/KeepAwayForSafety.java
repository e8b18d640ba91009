package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PREPARE_NETWORK_MEMBER;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.PREPARE_NEW_MEMBER;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconference.FamilyGroupConferences;
import org.familypathways.record.Entry;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

@Component
class KeepAwayForSafety implements JavaDelegate {

    private final StepAnswers answers;
    private final FamilyGroupConferences familyGroupConferences;

    KeepAwayForSafety(StepAnswers answers, FamilyGroupConferences familyGroupConferences) {
        this.answers = answers;
        this.familyGroupConferences = familyGroupConferences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        keepAway(execution);
    }

    /** Whoever a visit found unsafe, also where not everybody was visited. */
    void keepAway(DelegateExecution execution) {
        keepAway(answers.byPerson(execution, PREPARE_NETWORK_MEMBER));
        keepAway(answers.byPerson(execution, PREPARE_NEW_MEMBER));
    }

    private void keepAway(Map<String, Entry> prepared) {
        prepared.forEach((person, entry) -> {
            if (entry.required("willAttend").equals("excluded")) {
                familyGroupConferences.exclude(person, entry.required("whyExcluded"));
            }
        });
    }
}
