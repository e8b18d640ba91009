package org.familypathways.notification;

import java.util.UUID;

/** One way out of the house. */
interface Channel {

    /** What the record of the notification calls it. */
    String name();

    boolean carries(WayOfContact way, String template);

    /**
     * Hands the notification over, once.
     *
     * @throws NotAccepted when it surely was not sent
     * @throws PerhapsAccepted when nobody knows
     */
    void send(Outgoing notification) throws NotAccepted, PerhapsAccepted;

    /** Whether the service can tell later what it had accepted. */
    boolean canBeAsked();

    /**
     * Whether the service has accepted a notification with that reference.
     *
     * @throws NotAccepted when it cannot be asked now
     */
    boolean accepted(UUID reference) throws NotAccepted;

    /** It was not sent; it can be tried again. */
    final class NotAccepted extends Exception {
        NotAccepted(String reason) {
            super(reason);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** Contact was lost at the moment of handing over. */
    final class PerhapsAccepted extends Exception {
        PerhapsAccepted(String reason) {
            super(reason);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
