package org.familypathways.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one account that a real installation begins with, from its environment. There is no default one: without an
 * administrator the application does not start, because nobody could ever sign in. In the same way whoever holds the
 * machine opens an account again when no administrator can get in any more.
 */
@Component
@DependsOnDatabaseInitialization
class FirstAdministrator implements SmartInitializingSingleton {

    static final String ACCOUNT = "FAMILYPATHWAYS_ADMIN_ACCOUNT";
    static final String PASSWORD = "FAMILYPATHWAYS_ADMIN_PASSWORD";
    /** Says that the account is to be opened again although there are administrators: none of them can get in. */
    static final String RESTORE = "FAMILYPATHWAYS_ADMIN_RESTORE";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Team TEAM = new Team(TeamKind.SYSTEM.id(), TeamKind.SYSTEM.title(), TeamKind.SYSTEM, null);

    private final Workers workers;
    private final Teams teams;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Environment environment;

    FirstAdministrator(
            Workers workers,
            Teams teams,
            Passwords passwords,
            TransactionTemplate transaction,
            Environment environment) {
        this.workers = workers;
        this.teams = teams;
        this.passwords = passwords;
        this.transaction = transaction;
        this.environment = environment;
    }

    /** @throws UnsafeSettingsException when there is no administrator and none can be made */
    @Override
    public void afterSingletonsInstantiated() {
        boolean restore = environment.getProperty(RESTORE, Boolean.class, false);
        if (DemoMode.isOn(environment)
                || !restore && !workers.inRole(PracticeRole.ADMINISTRATOR).isEmpty()) {
            return;
        }
        String account = environment.getProperty(ACCOUNT, "");
        String password = environment.getProperty(PASSWORD, "");
        if (account.isBlank() || password.isBlank()) {
            throw new UnsafeSettingsException(
                    restore
                            ? "The administrator who is to be restored is not named."
                            : "There is no administrator yet, so nobody could sign in.",
                    "Set %s and %s in the environment and start again.".formatted(ACCOUNT, PASSWORD));
        }
        transaction.executeWithoutResult(status -> appoint(account, password));
        if (restore) {
            log.warn(
                    "{} is an administrator again, with the password from the environment. Remove {} now.",
                    account,
                    RESTORE);
        }
    }

    private void appoint(String account, String password) {
        if (!account.matches("[a-z0-9]+([._-][a-z0-9]+)*")) {
            throw new UnsafeSettingsException(
                    "The first administrator's account is not a name that the application can use.",
                    "Use small letters, digits and dots in %s, for example alex.morgan.".formatted(ACCOUNT));
        }
        if (workers.find(account).filter(Worker::active).isEmpty()) {
            workers.join(new Worker(account, account, null, true));
        }
        try {
            passwords.restore(account, password);
        } catch (WeakPasswordException e) {
            throw new UnsafeSettingsException(
                    "The first administrator's password cannot be used. " + e.getMessage(),
                    "Set another one in %s and start again.".formatted(PASSWORD));
        }
        teams.add(TEAM);
        workers.give(account, PracticeRole.ADMINISTRATOR, TEAM);
    }
}
