package org.familypathways.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A way out whose luck a test decides. */
final class PretendedChannel implements Channel {

    enum Luck {
        ARRIVES,
        REFUSED,
        LOST,
        LOST_BUT_ARRIVES
    }

    final List<Outgoing> handedOver = new ArrayList<>();
    private final boolean canBeAsked;
    private final List<UUID> accepted = new ArrayList<>();
    Luck luck = Luck.ARRIVES;

    PretendedChannel(boolean canBeAsked) {
        this.canBeAsked = canBeAsked;
    }

    @Override
    public String name() {
        return "pretended";
    }

    @Override
    public boolean carries(WayOfContact way, String template) {
        return way instanceof WayOfContact.Email;
    }

    @Override
    public void send(Outgoing notification) throws NotAccepted, PerhapsAccepted {
        handedOver.add(notification);
        if (luck == Luck.REFUSED) {
            throw new NotAccepted("It was refused.");
        }
        if (luck != Luck.LOST) {
            accepted.add(notification.reference());
        }
        if (luck != Luck.ARRIVES) {
            throw new PerhapsAccepted("The connection broke.");
        }
    }

    @Override
    public boolean canBeAsked() {
        return canBeAsked;
    }

    @Override
    public boolean accepted(UUID reference) {
        return accepted.contains(reference);
    }
}
