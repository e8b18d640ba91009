package org.familypathways.access;

import org.familypathways.access.SignInSettings.SecondFactorFor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Who needs a passkey beside their password. Unless somebody decides otherwise that is everybody: a password is guessed,
 * watched or given away, and each account opens families. Only who tries the application with made-up people may do
 * without.
 */
@Component
public class SecondFactor {

    private final SecondFactorFor whom;
    private final Workers workers;

    SecondFactor(SignInSettings settings, Workers workers, Environment environment) {
        this.whom = settings.secondFactor() != null
                ? settings.secondFactor()
                : DemoMode.isOn(environment) ? SecondFactorFor.OPTIONAL : SecondFactorFor.EVERYBODY;
        this.workers = workers;
    }

    /** Whether the account must have one; who may choose and has one uses it all the same. */
    public boolean isRequiredOf(String accountId) {
        return switch (whom) {
            case EVERYBODY -> true;
            case ADMINISTRATORS -> workers.holds(accountId, PracticeRole.ADMINISTRATOR);
            case OPTIONAL -> false;
        };
    }
}
