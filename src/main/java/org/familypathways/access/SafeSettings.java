package org.familypathways.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides whether cookies travel over TLS only. They do, except where the application is tried on the machine itself.
 * A start that would send them in the clear over a network is refused, and one that would let demo people in from a
 * network without anybody having asked for them.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class SafeSettings implements EnvironmentPostProcessor {

    private static final String SECURE_COOKIES = "familypathways.secure-cookies";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean onThisMachine = isLoopback(environment.getProperty("server.address", ""));
        boolean secure =
                environment.getProperty(SECURE_COOKIES, Boolean.class, !(onThisMachine && DemoMode.isOn(environment)));
        if (!secure && !onThisMachine) {
            throw new UnsafeSettingsException(
                    "Cookies would travel without TLS, and the application would answer on a network.",
                    "Put TLS in front of it and remove familypathways.secure-cookies=false, or set"
                            + " server.address=127.0.0.1.");
        }
        if (!onThisMachine && DemoMode.isOn(environment) && !environment.containsProperty(DemoMode.PROPERTY)) {
            throw new UnsafeSettingsException(
                    "Demo people, whose password everybody knows, could sign in over the network.",
                    "Set SPRING_DATASOURCE_URL to a database for real work, or FAMILYPATHWAYS_DEMO=true if it is to be"
                            + " tried over the network.");
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "safe settings", Map.of(SECURE_COOKIES, secure, "familypathways.plain-http", !secure)));
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
