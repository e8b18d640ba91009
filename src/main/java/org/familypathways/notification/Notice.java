package org.familypathways.notification;

import java.util.Map;

/**
 * Something that somebody must be told.
 *
 * @param template the file in {@code notifications/} without its ending, for example {@code offer-accepted}
 * @param familyId the family it is about
 * @param to whom it is for
 * @param once what makes it the same notice when a step runs again, for example the process instance and the activity
 *     instance; each recipient gets a notice of that key once
 * @param details what the template's placeholders stand for; dates as yyyy-MM-dd. A notice to workers never carries a
 *     name or what somebody wrote
 */
public record Notice(String template, String familyId, Recipient to, String once, Map<String, String> details) {

    public Notice {
        details = Map.copyOf(details);
    }

    /** A notice whose template needs nothing but the family's reference. */
    public Notice(String template, String familyId, Recipient to, String once) {
        this(template, familyId, to, once, Map.of());
    }
}
