package org.familypathways.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Tells whether what a worker saw is still what is known, without keeping what they saw. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Record known) {
        return UUID.nameUUIDFromBytes(known.toString().getBytes(UTF_8)).toString();
    }
}
