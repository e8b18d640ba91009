package org.familypathways.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Requests over real HTTP: from the browser of a demo worker, from a program with a password, or from nobody. */
@Component
public class SignedIn {

    public static final String PASSWORD = "Every-family-counts-26";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Supplier<String> address;

    @Autowired
    SignedIn(Environment environment) {
        this(() -> address(environment.getRequiredProperty("local.server.port", Integer.class)));
    }

    private SignedIn(Supplier<String> address) {
        this.address = address;
    }

    /** With an application that runs in a process of its own, or with the nodes of one as a load balancer would ask them. */
    public static SignedIn at(int... ports) {
        var turn = new AtomicInteger();
        return new SignedIn(() -> address(ports.length == 1 ? ports[0] : nextThatListens(ports, turn)));
    }

    private static int nextThatListens(int[] ports, AtomicInteger turn) {
        int port = ports[0];
        for (int tried = 0; tried < ports.length; tried++) {
            port = ports[Math.floorMod(turn.getAndIncrement(), ports.length)];
            if (listens(port)) {
                break;
            }
        }
        return port;
    }

    private static boolean listens(int port) {
        try (var connection = new Socket("127.0.0.1", port)) {
            return connection.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** A browser in which this worker has signed in. */
    public Browser as(String accountId) {
        var browser = nobody();
        var answer = browser.signIn(accountId, PASSWORD);
        assertThat(answer.headers().firstValue("Location"))
                .as("sign-in of %s", accountId)
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("/sign-in"));
        return browser;
    }

    /** A browser in which nobody has signed in. */
    public Browser nobody() {
        return new Browser(address, null);
    }

    /** A program that sends account and password with every request. */
    public Browser program(String accountId) {
        return program(accountId, PASSWORD);
    }

    public Browser program(String accountId, String password) {
        String credentials = accountId + ":" + password;
        return new Browser(address, "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
    }

    public String address() {
        return address.get();
    }

    public static final class Browser {

        private final Supplier<String> address;
        private final String authorization;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        private Browser(Supplier<String> address, String authorization) {
            this.address = address;
            this.authorization = authorization;
        }

        public HttpResponse<String> signIn(String accountId, String password) {
            return post("/sign-in", Map.of("account", accountId, "password", password));
        }

        /** Redirects are not followed. */
        public HttpResponse<String> get(String path) {
            return send(request(path).GET());
        }

        /** Posts a form of one of our pages, with the token that the page would hold. */
        public HttpResponse<String> post(String path, Map<String, String> form) {
            String body = form.entrySet().stream()
                            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                            .collect(Collectors.joining("&"))
                    + "&_csrf=" + encode(csrf());
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
        }

        /** Posts a form of one of our pages with a file in it. */
        public HttpResponse<String> upload(String path, Map<String, String> form, String fileName, byte[] file) {
            var body = new ByteArrayOutputStream();
            form.forEach((name, value) -> body.writeBytes(part("name=\"" + name + "\"", value)));
            body.writeBytes(part("name=\"_csrf\"", csrf()));
            body.writeBytes(("--form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n--form--\r\n".getBytes(UTF_8));
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=form")
                    .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        }

        private static byte[] part(String name, String value) {
            return "--form\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
                    .formatted(name, value)
                    .getBytes(UTF_8);
        }

        /** What a link to a file saves. */
        public HttpResponse<byte[]> download(String path) {
            return send(request(path).GET(), BodyHandlers.ofByteArray());
        }

        /** Any request with a JSON body, and with the tokens that a script of our pages or of Tasklist would send. */
        public HttpResponse<String> json(String method, String path, String body) {
            var request = request(path).header("Content-Type", "application/json");
            if (path.startsWith("/camunda/")) {
                cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
            } else if (authorization == null) {
                request.header("X-CSRF-TOKEN", csrf());
            }
            return send(request.method(method, BodyPublishers.ofString(body)));
        }

        /** A request to which nothing is added. */
        public HttpResponse<String> send(HttpRequest.Builder request) {
            return send(request, BodyHandlers.ofString());
        }

        private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
            try {
                return http.send(request.build(), body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        public HttpRequest.Builder request(String path) {
            var request = HttpRequest.newBuilder(URI.create(address.get() + path));
            return authorization == null ? request : request.header("Authorization", authorization);
        }

        /** The token against forged requests, as the pages of this session hold it. */
        public String csrf() {
            var page = CSRF.matcher(get("/sign-in").body());
            assertThat(page.find()).as("a token on the page").isTrue();
            return page.group(1);
        }

        public java.util.Optional<String> cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst();
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, UTF_8);
        }
    }
}
