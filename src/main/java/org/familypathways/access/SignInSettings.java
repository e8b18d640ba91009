package org.familypathways.access;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in. The identity provider itself is named with Spring's {@code spring.security.oauth2.client}.
 *
 * @param claim what the provider says that names the worker
 * @param domain what stands behind the account in that claim, for example {@code example.gov.uk}; names from another
 *     domain are nobody's
 * @param byEmail whether the claim is the worker's e-mail address and not their account
 * @param groupsClaim what the provider says about groups
 * @param groups which of those groups is which role in which team; with any, workers whom a group names are added by
 *     themselves
 * @param localAccounts who may sign in on the page with a password; unless set, everybody without a provider, and
 *     administrators with one
 * @param programs accounts of programs, which may send their password with every request where not everybody may use
 *     one
 * @param ask whom somebody asks who is not set up here
 * @param secondFactor who needs a passkey beside their password; unless set, everybody outside a demo
 * @param address where workers open the application, and where alone their passkeys work; unless set, wherever they open
 *     it
 */
@ConfigurationProperties("familypathways.sign-in")
public record SignInSettings(
        @DefaultValue("preferred_username") String claim,
        @Nullable String domain,
        @DefaultValue("false") boolean byEmail,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<Group> groups,
        @Nullable LocalAccountsFor localAccounts,
        @DefaultValue List<String> programs,

        @DefaultValue("your manager or a system administrator")
        String ask,

        @Nullable SecondFactorFor secondFactor,
        @Nullable String address) {

    public SignInSettings {
        if (address != null && !address.isBlank() && !isAddress(URI.create(address))) {
            throw new IllegalArgumentException(
                    "%s is not an address like https://pathways.example.gov.uk".formatted(address));
        }
    }

    private static boolean isAddress(URI address) {
        return address.getHost() != null && List.of("http", "https").contains(String.valueOf(address.getScheme()));
    }

    /** A group of the identity provider, and what its members do here. */
    public record Group(String group, String role, String team) {}

    /** Who needs a passkey beside a password; who has one uses it in any case. */
    public enum SecondFactorFor {
        ADMINISTRATORS,
        EVERYBODY,
        OPTIONAL
    }

    /** Who may sign in with a password that is kept here. */
    public enum LocalAccountsFor {
        EVERYBODY,
        ADMINISTRATORS,
        NOBODY
    }
}
