package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.familypathways.access.SignInSettings.LocalAccountsFor;
import org.familypathways.testing.ApplicationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Who may use a password, with an identity provider beside it and without. */
@ApplicationTest
class PasswordSignInsTest {

    @Autowired
    Workers workers;

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
