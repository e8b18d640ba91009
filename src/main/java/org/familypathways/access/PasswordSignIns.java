package org.familypathways.access;

import org.familypathways.access.SignInSettings.LocalAccountsFor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Who may sign in with a password. Beside an identity provider that is only an administrator, for the day on which the
 * provider does not answer, and the programs that are named.
 */
@Component
public class PasswordSignIns {

    private final SignInSettings settings;
    private final LocalAccountsFor whom;
    private final Workers workers;

    PasswordSignIns(SignInSettings settings, ObjectProvider<ClientRegistrationRepository> providers, Workers workers) {
        this.settings = settings;
        this.workers = workers;
        boolean provider = providers.getIfAvailable() != null;
        this.whom = settings.localAccounts() != null
                ? settings.localAccounts()
                : provider ? LocalAccountsFor.ADMINISTRATORS : LocalAccountsFor.EVERYBODY;
        if (whom == LocalAccountsFor.NOBODY && !provider) {
            throw new UnsafeSettingsException(
                    "Nobody could sign in: no identity provider is configured, and passwords are switched off.",
                    "Remove familypathways.sign-in.local-accounts, or configure a provider with"
                            + " spring.security.oauth2.client.");
        }
    }

    /** Who may use one on the sign-in page at all. */
    public LocalAccountsFor whom() {
        return whom;
    }

    /** Whether a password of this account opens anything at all. */
    public boolean isOpen(String accountId) {
        return isOpenOnPages(accountId) || isOpenForPrograms(accountId);
    }

    boolean isOpenOnPages(String accountId) {
        return switch (whom) {
            case EVERYBODY -> true;
            case ADMINISTRATORS -> workers.holds(accountId, PracticeRole.ADMINISTRATOR);
            case NOBODY -> false;
        };
    }

    boolean isOpenForPrograms(String accountId) {
        return whom == LocalAccountsFor.EVERYBODY || isProgram(accountId);
    }

    /** Whether the account is named as one of a program, which does without a second factor. */
    boolean isProgram(String accountId) {
        return settings.programs().contains(accountId);
    }
}
