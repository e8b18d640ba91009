package org.familypathways.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.familypathways.access.PasskeySite;
import org.familypathways.access.SignInSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where passkeys work, and what a browser was asked for, kept in its session until it has answered, once. */
@Component
class PasskeyRequests {

    private final SignInSettings settings;

    PasskeyRequests(SignInSettings settings) {
        this.settings = settings;
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
        return PasskeySite.of(
                ServletUriComponentsBuilder.fromContextPath(request).build().toUri());
    }

    <T> T keep(T asked, HttpServletRequest request) {
        request.getSession().setAttribute(asked.getClass().getName(), asked);
        return asked;
    }

    /** What was asked for; nothing when it was answered already. */
    <T> Optional<T> take(Class<T> kind, HttpServletRequest request) {
        var session = request.getSession();
        var asked = Optional.ofNullable(kind.cast(session.getAttribute(kind.getName())));
        session.removeAttribute(kind.getName());
        return asked;
    }
}
