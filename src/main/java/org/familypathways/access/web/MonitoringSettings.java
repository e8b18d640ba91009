package org.familypathways.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a monitoring system signs in to read figures, and nothing else.
 *
 * @param password the password of the account {@code monitor}; without one there is no such account
 */
@ConfigurationProperties("familypathways.monitoring")
record MonitoringSettings(@DefaultValue("") String password) {

    private static final int SHORTEST = 16;

    MonitoringSettings {
        password = password.strip();
        if (!password.isEmpty() && password.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "familypathways.monitoring.password needs at least %d characters".formatted(SHORTEST));
        }
    }

    boolean isOn() {
        return !password.isEmpty();
    }
}
