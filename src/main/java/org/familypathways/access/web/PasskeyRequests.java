package org.familypathways.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.familypathways.access.PasskeySite;
import org.familypathways.access.SignInSettings;
import org.springframework.stereotype.Component;

/** Where passkeys work, and what a browser was asked for, kept in its session until it has answered, once. */
@Component
class PasskeyRequests {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String SINCE = ".since";

    private final SignInSettings settings;
    private final Clock clock;

    PasskeyRequests(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The address that is configured; without one, the one with which the browser came. */
    PasskeySite site(HttpServletRequest request) {
        String configured = settings.address();
        return configured == null || configured.isBlank() ? here(request) : PasskeySite.of(URI.create(configured));
    }

    /** Where the worker has to go instead, because a browser uses passkeys at their own address only. */
    Optional<String> elsewhere(HttpServletRequest request) {
        var site = site(request);
        return site.equals(here(request)) ? Optional.empty() : Optional.of(site.origin());
    }

    private static PasskeySite here(HttpServletRequest request) {
        return PasskeySite.of(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    <T> T keep(T asked, HttpServletRequest request) {
        String kind = asked.getClass().getName();
        request.getSession().setAttribute(kind, asked);
        request.getSession().setAttribute(kind + SINCE, clock.instant());
        return asked;
    }

    /** What was asked for; nothing when it was answered already, or long ago. */
    <T> Optional<T> take(Class<T> kind, HttpServletRequest request) {
        var session = request.getSession();
        var asked = Optional.ofNullable(kind.cast(session.getAttribute(kind.getName())));
        var since = (Instant) session.getAttribute(kind.getName() + SINCE);
        session.removeAttribute(kind.getName());
        session.removeAttribute(kind.getName() + SINCE);
        return asked.filter(each -> since != null && since.plus(LONGEST).isAfter(clock.instant()));
    }
}
