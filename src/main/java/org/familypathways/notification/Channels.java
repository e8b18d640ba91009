package org.familypathways.notification;

import java.util.List;
import java.util.Optional;

/** The ways out that this installation has been given, the better one first. With none, notices are kept in the app. */
class Channels {

    private final List<Channel> active;

    Channels(List<Channel> active) {
        this.active = List.copyOf(active);
    }

    List<Channel> active() {
        return active;
    }

    boolean keepInTheApp() {
        return active().isEmpty();
    }

    Optional<Channel> carrying(WayOfContact way, String template) {
        return active().stream()
                .filter(channel -> channel.carries(way, template))
                .findFirst();
    }

    Optional<Channel> named(String name) {
        return active().stream().filter(channel -> channel.name().equals(name)).findFirst();
    }
}
