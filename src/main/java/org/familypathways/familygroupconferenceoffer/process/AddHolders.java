package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.RECORD_HOLDERS;
import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.familygroupconferenceoffer.NewHolders;
import org.familypathways.familygroupconferenceoffer.NewHolders.FoundPerson;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.record.process.StepAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AddHolders implements JavaDelegate {

    private final StepAnswers answers;
    private final NewHolders holders;

    AddHolders(StepAnswers answers, NewHolders holders) {
        this.answers = answers;
        this.holders = holders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var people = answers.at(execution, RECORD_HOLDERS).rows("holders").stream()
                .map(AddHolders::found)
                .toList();
        holders.add(FAMILY_ID.from(execution), people);
    }

    private static FoundPerson found(Map<?, ?> row) {
        var person = new NewNetworkMember(
                required(row, "firstName"),
                required(row, "lastName"),
                required(row, "relation"),
                Boolean.TRUE.equals(row.get("parentalResponsibility")),
                null,
                text(row, "email"),
                text(row, "telephone"),
                text(row, "address"));
        return new FoundPerson(person, text(row, "safeContact"));
    }

    private static String required(Map<?, ?> row, String key) {
        String answer = text(row, key);
        if (answer == null) {
            throw new IllegalStateException("A row lacks %s".formatted(key));
        }
        return answer;
    }

    private static @Nullable String text(Map<?, ?> row, String key) {
        return row.get(key) instanceof String answer ? answer.strip() : null;
    }
}
