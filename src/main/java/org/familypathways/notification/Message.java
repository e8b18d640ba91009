package org.familypathways.notification;

/** What a notification says: one line of subject, and plain text. */
public record Message(String subject, String body) {}
