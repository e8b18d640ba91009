package org.familypathways.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.familypathways.access.PasskeySite;
import org.familypathways.access.SignInSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** At which address passkeys work: browsers compare it letter by letter. */
class PasskeyRequestsTest {

    @ParameterizedTest
    @CsvSource({
        "https, Pathways.Example.gov.uk, 443, https://pathways.example.gov.uk",
        "https, pathways.example.gov.uk, 8443, https://pathways.example.gov.uk:8443",
        "http, localhost, 8080, http://localhost:8080",
        "http, localhost, 80, http://localhost"
    })
    void unless_one_is_configured_it_is_the_one_with_which_the_browser_came(
            String scheme, String host, int port, String origin) {
        var request = request(scheme, host, port);
        var requests = new PasskeyRequests(settings(""), Clock.systemUTC());

        assertThat(requests.site(request)).isEqualTo(new PasskeySite(host.toLowerCase(), origin));
        assertThat(requests.elsewhere(request)).isEmpty();
    }

    @Test
    void whoever_came_with_another_one_is_told_where_to_go() {
        var requests = new PasskeyRequests(settings("https://pathways.example.gov.uk/"), Clock.systemUTC());

        assertThat(requests.elsewhere(request("https", "pathways.example.gov.uk", 443)))
                .isEmpty();
        assertThat(requests.elsewhere(request("http", "node-1.internal", 8080)))
                .hasValue("https://pathways.example.gov.uk");
        assertThat(requests.site(request("http", "node-1.internal", 8080)).host())
                .isEqualTo("pathways.example.gov.uk");
    }

    @Test
    void whoever_comes_with_a_name_that_cannot_have_passkeys_is_told_where_to_go() {
        var requests = new PasskeyRequests(settings("https://pathways.example.gov.uk"), Clock.systemUTC());

        assertThat(requests.elsewhere(request("http", "app_1", 8080))).hasValue("https://pathways.example.gov.uk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pathways.example.gov.uk", "//pathways.example.gov.uk", "ftp://pathways.example.gov.uk"})
    void what_is_no_address_is_refused_at_the_start(String address) {
        assertThatThrownBy(() -> settings(address))
                .hasMessage(address + " is not an address like https://pathways.example.gov.uk");
    }

    @Test
    void what_was_asked_for_is_good_once_and_not_for_ever() {
        var request = request("https", "pathways.example.gov.uk", 443);
        var now = Instant.parse("2026-11-26T09:00:00Z");
        var soon = new PasskeyRequests(settings(""), Clock.fixed(now.plusSeconds(60), ZoneOffset.UTC));
        var late = new PasskeyRequests(settings(""), Clock.fixed(now.plus(Duration.ofMinutes(6)), ZoneOffset.UTC));
        var begun = new PasskeyRequests(settings(""), Clock.fixed(now, ZoneOffset.UTC));

        begun.keep("what was asked", request);
        assertThat(soon.take(String.class, request)).hasValue("what was asked");
        assertThat(soon.take(String.class, request)).isEmpty();
        begun.keep("what was asked", request);
        assertThat(late.take(String.class, request)).isEmpty();
    }

    private static MockHttpServletRequest request(String scheme, String host, int port) {
        var request = new MockHttpServletRequest("GET", "/sign-in/passkey");
        request.setScheme(scheme);
        request.setServerName(host);
        request.setServerPort(port);
        return request;
    }

    private static SignInSettings settings(@Nullable String address) {
        return new SignInSettings(
                "preferred_username", null, false, "groups", List.of(), null, List.of(), "somebody", null, address);
    }
}
