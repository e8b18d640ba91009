package org.familypathways.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.familypathways.notification.Channel.NotAccepted;
import org.familypathways.notification.Channel.PerhapsAccepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GovUkNotifyChannelTest {

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String KEY = "test-11111111-1111-1111-1111-111111111111-22222222-2222-2222-2222-222222222222";
    private static final String EMAILS = "/v2/notifications/email";
    private static final String LETTERS = "/v2/notifications/letter";

    @Test
    void an_email_goes_out_by_the_notifications_own_template_with_our_reference() throws Exception {
        SERVICE.stubFor(post(EMAILS).willReturn(aResponse().withStatus(201).withBody(accepted("email"))));
        var notification = outgoing("offer-accepted", new WayOfContact.Email("jo@example.org"));

        channel().send(notification);

        SERVICE.verify(
                1,
                postRequestedFor(urlEqualTo(EMAILS))
                        .withRequestBody(matchingJsonPath("$.template_id", equalTo("own-email")))
                        .withRequestBody(matchingJsonPath("$.email_address", equalTo("jo@example.org")))
                        .withRequestBody(matchingJsonPath(
                                "$.reference", equalTo(notification.reference().toString())))
                        .withRequestBody(matchingJsonPath("$.personalisation.subject", equalTo("Subject")))
                        .withRequestBody(matchingJsonPath("$.personalisation.name", equalTo("Jo"))));
    }

    @Test
    void a_letter_goes_to_the_safe_address_by_the_general_template() throws Exception {
        SERVICE.stubFor(post(LETTERS).willReturn(aResponse().withStatus(201).withBody(accepted("letter"))));

        channel()
                .send(outgoing(
                        "offer-accepted", new WayOfContact.Letter(List.of("Jo Example", "PO Box 1", "EX1 1EX"))));

        SERVICE.verify(
                1,
                postRequestedFor(urlEqualTo(LETTERS))
                        .withRequestBody(matchingJsonPath("$.template_id", equalTo("general-letter")))
                        .withRequestBody(matchingJsonPath("$.personalisation.address_line_1", equalTo("Jo Example")))
                        .withRequestBody(matchingJsonPath("$.personalisation.address_line_3", equalTo("EX1 1EX"))));
    }

    @Test
    void it_carries_only_what_it_has_a_template_for() {
        assertThat(channel().carries(new WayOfContact.Email("jo@example.org"), "offer-declined"))
                .isFalse();
        assertThat(channel().carries(new WayOfContact.Letter(List.of("Jo")), "offer-declined"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 429})
    void a_refusal_is_certain(int status) {
        SERVICE.stubFor(post(EMAILS).willReturn(aResponse().withStatus(status).withBody("{}")));

        assertThatThrownBy(() -> channel().send(email())).isInstanceOf(NotAccepted.class);
    }

    @Test
    void a_fault_of_the_service_is_not_certain() {
        SERVICE.stubFor(post(EMAILS).willReturn(aResponse().withStatus(500).withBody("{}")));

        assertThatThrownBy(() -> channel().send(email())).isInstanceOf(PerhapsAccepted.class);
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_not_certain() {
        SERVICE.stubFor(post(EMAILS)
                .willReturn(aResponse().withStatus(201).withFixedDelay(4_000).withBody(accepted("email"))));

        assertThatThrownBy(() -> channel(SERVICE.baseUrl(), Duration.ofSeconds(1)).send(email())).isInstanceOf(PerhapsAccepted.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_breaks_is_not_certain_and_nothing_is_repeated_behind_our_back(Fault fault) {
        SERVICE.stubFor(post(EMAILS).willReturn(aResponse().withFault(fault)));

        assertThatThrownBy(() -> channel().send(email())).isInstanceOf(PerhapsAccepted.class);

        SERVICE.verify(1, postRequestedFor(urlEqualTo(EMAILS)));
    }

    @Test
    void a_service_that_cannot_be_reached_has_surely_not_taken_it() {
        assertThatThrownBy(() -> channel("http://127.0.0.1:1", Duration.ofSeconds(30)).send(email())).isInstanceOf(NotAccepted.class);
    }

    @Test
    void it_tells_whether_it_had_accepted_a_notification() throws Exception {
        var known = UUID.randomUUID();
        SERVICE.stubFor(
                get(urlPathEqualTo("/v2/notifications")).willReturn(aResponse().withBody("""
                {"notifications": [], "links": {"current": "x"}}""")));
        SERVICE.stubFor(get(urlPathEqualTo("/v2/notifications"))
                .withQueryParam("reference", equalTo(known.toString()))
                .willReturn(aResponse().withBody("""
                {"notifications": [%s], "links": {"current": "x"}}""".formatted(notification(known)))));

        assertThat(channel().accepted(known)).isTrue();
        assertThat(channel().accepted(UUID.randomUUID())).isFalse();
    }

    @Test
    void it_says_so_when_it_cannot_be_asked() {
        SERVICE.stubFor(
                get(urlPathEqualTo("/v2/notifications")).willReturn(aResponse().withStatus(503)));

        assertThatThrownBy(() -> channel().accepted(UUID.randomUUID())).isInstanceOf(NotAccepted.class);
    }

    static GovUkNotifyChannel channel() {
        return channel(SERVICE.baseUrl(), Duration.ofSeconds(30));
    }

    private static GovUkNotifyChannel channel(String address, Duration timeout) {
        return new GovUkNotifyChannel(new GovUkNotifySettings(
                KEY,
                address,
                timeout,
                null,
                "general-letter",
                Map.of("offer-accepted", "own-email"),
                Map.of()));
    }

    private static Outgoing email() {
        return outgoing("offer-accepted", new WayOfContact.Email("jo@example.org"));
    }

    private static Outgoing outgoing(String template, WayOfContact to) {
        return new Outgoing(UUID.randomUUID(), template, to, new Message("Subject", "Body"), Map.of("name", "Jo"));
    }

    private static String accepted(String type) {
        return """
                {"id": "%s", "reference": null, "content": {"subject": "s", "body": "b", "from_email": "f"},
                 "uri": "u", "template": {"id": "%s", "version": 1, "uri": "u"}, "postage": "second"}
                """.formatted(UUID.randomUUID(), UUID.randomUUID());
    }

    private static String notification(UUID reference) {
        return """
                {"id": "%s", "reference": "%s", "type": "email", "status": "delivered", "body": "b",
                 "template": {"id": "%s", "version": 1, "uri": "u"}, "created_at": "2026-11-23T09:00:00.000Z",
                 "is_cost_data_ready": false, "cost_in_pounds": 0, "cost_details": {}}
                """.formatted(UUID.randomUUID(), reference, UUID.randomUUID());
    }
}
