package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.familypathways.access.SignInSettings.LocalAccountsFor;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.test.util.ReflectionTestUtils;

/** Who may use a password, with an identity provider beside it and without. */
@ApplicationTest
class PasswordSignInsTest {

    @Autowired
    Workers workers;

    @Autowired
    PasswordSignIns signIns;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    SignedIn signedIn;

    @Autowired
    ObjectProvider<ClientRegistrationRepository> provider;

    private final ObjectProvider<ClientRegistrationRepository> none =
            new StaticListableBeanFactory().getBeanProvider(ClientRegistrationRepository.class);

    @Test
    void without_a_provider_it_is_everybody() {
        var signIns = new PasswordSignIns(settings(null), none, workers);

        assertThat(signIns.isOpenOnPages("amina.khan")).isTrue();
        assertThat(signIns.isOpenForPrograms("amina.khan")).isTrue();
    }

    @Test
    void beside_a_provider_it_is_administrators_and_the_programs_that_are_named() {
        var signIns = new PasswordSignIns(settings(null, "referral.portal"), provider, workers);

        assertThat(signIns.isOpenOnPages("amina.khan")).isFalse();
        assertThat(signIns.isOpenForPrograms("amina.khan")).isFalse();
        assertThat(signIns.isOpenOnPages("alex.admin")).isTrue();
        assertThat(signIns.isOpenForPrograms("alex.admin")).isFalse();
        assertThat(signIns.isOpenOnPages("referral.portal")).isFalse();
        assertThat(signIns.isOpenForPrograms("referral.portal")).isTrue();
        assertThat(signIns.isOpen("amina.khan")).isFalse();
        assertThat(signIns.isOpen("referral.portal")).isTrue();
    }

    @Test
    void where_it_is_administrators_the_sign_in_page_says_so_and_lets_nobody_else_in() {
        ReflectionTestUtils.setField(signIns, "whom", LocalAccountsFor.ADMINISTRATORS);
        try {
            assertThat(signedIn.nobody().get("/sign-in").body())
                    .containsPattern("Sign in with a password \\(administrators\\s+only\\)")
                    .contains("<details class=\"govuk-details\">");
            var browser = signedIn.nobody();
            assertThat(browser.signIn("amina.khan", SignedIn.PASSWORD).headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in?failed"));
            assertThat(browser.get("/sign-in?failed").body())
                    .as("the form stands open with what went wrong")
                    .contains("<details class=\"govuk-details\" open=\"open\">", "id=\"account-error\"");
            signedIn.as("alex.admin");
        } finally {
            // all tests share one application
            ReflectionTestUtils.setField(signIns, "whom", LocalAccountsFor.EVERYBODY);
            throttle.forget("amina.khan");
        }
    }

    @Test
    void a_start_after_which_nobody_could_sign_in_is_refused() {
        assertThat(new PasswordSignIns(settings(LocalAccountsFor.NOBODY), provider, workers).isOpen("alex.admin"))
                .isFalse();
        assertThatThrownBy(() -> new PasswordSignIns(settings(LocalAccountsFor.NOBODY), none, workers))
                .isInstanceOf(UnsafeSettingsException.class)
                .hasMessageStartingWith("Nobody could sign in");
    }

    private static SignInSettings settings(@Nullable LocalAccountsFor whom, String... programs) {
        return new SignInSettings(
                "preferred_username",
                null,
                false,
                "groups",
                List.of(),
                whom,
                List.of(programs),
                "somebody",
                null,
                null);
    }
}
