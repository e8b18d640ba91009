package org.familypathways.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** Whether the settings under which somebody starts the application are safe. */
class SafeSettingsTest {

    private static final String A_DATABASE = "jdbc:postgresql://db.example.org/family_pathways";

    @Test
    void whoever_tries_it_on_their_own_machine_needs_no_tls() {
        var environment = settled(new MockEnvironment().withProperty("server.address", "127.0.0.1"));

        assertThat(DemoMode.isOn(environment)).isTrue();
        assertThat(environment.getProperty("familypathways.secure-cookies", Boolean.class))
                .isFalse();
        assertThat(environment.getProperty("familypathways.plain-http", Boolean.class))
                .isTrue();
    }

    @Test
    void with_a_database_of_its_own_there_are_no_demo_people_and_cookies_travel_over_tls_only() {
        var environment = settled(new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("spring.datasource.url", A_DATABASE));

        assertThat(DemoMode.isOn(environment)).isFalse();
        assertThat(environment.getProperty("familypathways.secure-cookies", Boolean.class))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "''", "192.0.2.17"})
    void demo_people_on_a_network_still_have_their_cookies_over_tls_only(String address) {
        var environment = settled(new MockEnvironment()
                .withProperty("server.address", address)
                .withProperty("familypathways.demo", "true"));

        assertThat(environment.getProperty("familypathways.secure-cookies", Boolean.class))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "''", "192.0.2.17"})
    void demo_people_for_whom_nobody_asked_are_refused_on_a_network(String address) {
        var environment = new MockEnvironment().withProperty("server.address", address);

        assertThatThrownBy(() -> settled(environment))
                .isInstanceOf(UnsafeSettingsException.class)
                .hasMessage("Demo people, whose password everybody knows, could sign in over the network.");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "''", "192.0.2.17", "no-such-host.invalid"})
    void cookies_in_the_clear_over_a_network_are_refused_in_a_sentence(String address) {
        var environment = new MockEnvironment()
                .withProperty("server.address", address)
                .withProperty("familypathways.secure-cookies", "false");

        assertThatThrownBy(() -> settled(environment))
                .isInstanceOfSatisfying(UnsafeSettingsException.class, refused -> {
                    assertThat(refused)
                            .hasMessage(
                                    "Cookies would travel without TLS, and the application would answer on a network.");
                    assertThat(refused.whatToDo()).startsWith("Put TLS in front of it");
                });
    }

    @Test
    void the_sentence_is_what_the_operator_reads() {
        var analysis = new UnsafeSettingsFailureAnalyzer()
                .analyze(new IllegalStateException(new UnsafeSettingsException("It is not safe.", "Make it safe.")));

        assertThat(analysis.getDescription()).isEqualTo("It is not safe.");
        assertThat(analysis.getAction()).isEqualTo("Make it safe.");
    }

    private static MockEnvironment settled(MockEnvironment environment) {
        new SafeSettings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
