package org.familypathways.familygroupconference.process;

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
        return Spin.JSON(coordinators.independentOf(familyId).stream()
                .map(account -> Map.of("value", account, "label", account))
                .toList());
    }
}
