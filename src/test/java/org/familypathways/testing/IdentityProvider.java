package org.familypathways.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The department's identity provider: an OpenID Connect server in this process, which says about people what a test says. */
@Component
public class IdentityProvider implements DynamicPropertyRegistrar, DisposableBean {

    private static final String ISSUER = "department";
    private static final String CLIENT = "family-pathways";

    private final MockOAuth2Server server = new MockOAuth2Server();
    private final HttpClient http = HttpClient.newHttpClient();

    IdentityProvider() {
        server.start();
    }

    @Override
    public void accept(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.client.provider.department.issuer-uri", this::issuer);
    }

    @Override
    public void destroy() {
        server.shutdown();
    }

    public String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** Signs in as whoever the claims describe, and gives the answer to coming back from the provider. */
    public HttpResponse<String> signIn(SignedIn.Browser browser, Map<String, Object> claims) {
        return browser.get(wayBack(browser, claims));
    }

    /** The path with which the provider sends the browser back. */
    public String wayBack(SignedIn.Browser browser, Map<String, Object> claims) {
        String there = browser.get("/oauth2/authorization/department")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(there).startsWith(issuer());
        String back = send(HttpRequest.newBuilder(URI.create(there)).GET())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER, claims.getOrDefault("sub", "subject of " + claims).toString(), "JWT", null, claims, 3600));
        URI place = URI.create(back);
        return place.getRawPath() + "?" + place.getRawQuery();
    }

    /** Tells the application that a session, or all of a person, have ended. */
    public HttpResponse<String> end(String address, Map<String, Object> claims) {
        var all = new HashMap<String, Object>(Map.of(
                "aud",
                List.of(CLIENT),
                "events",
                Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
        all.putAll(claims);
        String token = server.anyToken(server.issuerUrl(ISSUER), all).serialize();
        return send(HttpRequest.newBuilder(URI.create(address + "/logout/connect/back-channel/department"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
