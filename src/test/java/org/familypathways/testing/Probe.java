package org.familypathways.testing;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One question to the application.
 *
 * @param pattern the address as the application knows it
 * @param type of the body; empty when there is none
 */
public record Probe(String method, String pattern, String path, String type, String body) {

    /** The server closes a connection after every hundredth answer, whatever was asked. */
    private static final Set<String> OF_ITS_TIME =
            Set.of("date", "set-cookie", "x-csrf-token", "content-length", "connection");

    /**
     * Status, headers and text of the answer, and of the page to which it leads, without what differs from one request to
     * the next and without what a worker declared of their own.
     */
    public String ask(SignedIn.Browser browser, String token) {
        var request = browser.request(path).header("X-CSRF-TOKEN", token);
        browser.cookie("XSRF-TOKEN").ifPresent(forged -> request.header("X-XSRF-TOKEN", forged));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        var answer = browser.send(
                request.method(method, type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        String next = answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(place -> told(browser.get(place.getRawPath())))
                .orElse("");
        return told(answer) + next;
    }

    private static String told(HttpResponse<String> answer) {
        String headers = new TreeMap<>(answer.headers().map())
                .entrySet().stream()
                        .filter(header -> !OF_ITS_TIME.contains(header.getKey().toLowerCase()))
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
        return (answer.statusCode() + "\n" + headers + "\n\n" + answer.body())
                .replaceAll("nonce(-|=\")[\\w+/=-]+", "nonce")
                .replaceAll("(name=\"_csrf\"[^>]*value=\")[^\"]+", "$1")
                .replaceAll("(name=\"once\"[^>]*value=\")[^\"]+", "$1")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "")
                .replaceAll("(?s)id=\"declared\".*?</section>", "");
    }

    boolean says(String text) {
        return path.contains(text) || body.contains(text);
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(method, path, body);
    }
}
