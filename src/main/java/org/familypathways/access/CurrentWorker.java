package org.familypathways.access;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The worker on whose behalf the present request runs; nobody when the system itself acts, for example on a timer. */
public final class CurrentWorker {

    private CurrentWorker() {}

    public static Optional<String> accountId() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }
}
