package org.familypathways.notification;

import org.familypathways.access.PracticeRole;

/** Whom a notice is for. */
public sealed interface Recipient {

    /** One worker. */
    record ToWorker(String accountId) implements Recipient {}

    /** Everybody who holds the role in the team of its kind that serves the family. */
    record ToRole(PracticeRole role) implements Recipient {}

    /** The service managers, who may name somebody for a restricted family also where they do not see it. */
    record ToWhoeverNames() implements Recipient {}

    /** One person of the family's network, reached only by the way that is recorded as safe. */
    record ToPerson(String personId) implements Recipient {}
}
