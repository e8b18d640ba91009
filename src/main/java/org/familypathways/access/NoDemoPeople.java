package org.familypathways.access;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to do real work on a database in which demo people can still sign in: their password is printed and published,
 * and one of them is an administrator.
 */
@Component
@DependsOnDatabaseInitialization
class NoDemoPeople implements SmartInitializingSingleton {

    private final Passwords passwords;
    private final Environment environment;

    NoDemoPeople(Passwords passwords, Environment environment) {
        this.passwords = passwords;
        this.environment = environment;
    }

    /** @throws UnsafeSettingsException when one of them could sign in outside the demo */
    @Override
    public void afterSingletonsInstantiated() {
        if (!DemoMode.isOn(environment)
                && DemoWorkers.WORKERS.stream()
                        .anyMatch(worker -> passwords.opens(worker.accountId(), DemoWorkers.PASSWORD))) {
            throw new UnsafeSettingsException(
                    "This database holds demo people, whose password everybody knows.",
                    "Use a database of its own for real work, or set FAMILYPATHWAYS_DEMO=true to go on with the demo.");
        }
    }
}
