package org.familypathways.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way by which one recipient is reached, or why there is none. */
sealed interface WayOfContact {

    /** The address, as it is kept with the notification. */
    default @Nullable String where() {
        return null;
    }

    /** What to do when this installation has no such way out, in plain words. */
    default String unavailable() {
        return "This installation has no way to send it.";
    }

    record Email(String address) implements WayOfContact {

        @Override
        public String where() {
            return address;
        }

        @Override
        public String unavailable() {
            return "E-mail is the safe way, but this installation sends no e-mail. Tell them another way.";
        }
    }

    /** @param lines name and address, a line each */
    record Letter(List<String> lines) implements WayOfContact {

        @Override
        public String where() {
            return String.join("\n", lines);
        }

        @Override
        public String unavailable() {
            return "A letter is the safe way, but this installation sends no letters. Print the copy and post it.";
        }
    }

    /** A worker who reads it here. */
    record InTheApp() implements WayOfContact {}

    /** @param reason in plain words, for the people who must now reach them otherwise */
    record None(String reason) implements WayOfContact {}
}
