package org.familypathways.familygroupconference.process;

import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.familypathways.engine.ForModels;
import org.familypathways.familygroupconference.ConferenceCoordinators;
import org.springframework.stereotype.Component;

/** What the model asks about co-ordinators: who could prepare a conference of the family, for a question of a form. */
@Component("conferenceCoordinatorOptions")
@ForModels
public class ConferenceCoordinatorOptions {

    private final ConferenceCoordinators coordinators;

    ConferenceCoordinatorOptions(ConferenceCoordinators coordinators) {
        this.coordinators = coordinators;
    }

    /** Accounts, never names: these options stand in the engine. */
    public SpinJsonNode of(String familyId) {
        return options(coordinators.independentOf(familyId));
    }

    /** Those who could take the conference over; accounts, never names. */
    public SpinJsonNode others(String familyId) {
        return options(coordinators.othersFor(familyId));
    }

    private static SpinJsonNode options(List<String> accounts) {
        return Spin.JSON(accounts.stream()
                .map(account -> Map.of("value", account, "label", account))
                .toList());
    }
}
