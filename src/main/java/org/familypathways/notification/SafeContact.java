package org.familypathways.notification;

import java.util.stream.Stream;
import org.familypathways.notification.FamilyContact.SafeWay;
import org.familypathways.notification.WayOfContact.Email;
import org.familypathways.notification.WayOfContact.Letter;
import org.familypathways.notification.WayOfContact.None;
import org.jspecify.annotations.Nullable;

/**
 * How a family member may be reached. A message that the wrong person reads can put somebody in danger, so only the way
 * that is recorded as safe is used, and no way is guessed.
 */
final class SafeContact {

    private static final String INVITATION = "conference-invitation";

    private SafeContact() {}

    static WayOfContact of(FamilyContact contact, String template) {
        if (contact.excludedFromConference() && template.equals(INVITATION)) {
            return new None("This person may not take part in the conference, for somebody's safety.");
        }
        SafeWay way = contact.safeWay();
        if (way == null) {
            return new None("No safe way to reach this person is recorded. Ask them, record it, then send again.");
        }
        return switch (way) {
            case EMAIL -> email(contact);
            case LETTER -> letter(contact);
            case BY_A_WORKER -> new None("This person wishes to be told by a worker, not by e-mail or letter.");
        };
    }

    private static WayOfContact email(FamilyContact contact) {
        if (isBlank(contact.email())) {
            return new None("E-mail is the safe way, but no e-mail address is recorded.");
        }
        if (contact.emailIsShared() && contact.separateContact()) {
            return new None("This person must be reached apart from others, and others can read their e-mail.");
        }
        return new Email(String.valueOf(contact.email()).strip());
    }

    private static WayOfContact letter(FamilyContact contact) {
        if (contact.letterLines().isEmpty()) {
            return new None("A letter is the safe way, but no safe address is recorded.");
        }
        return new Letter(Stream.concat(Stream.of(contact.name()), contact.letterLines().stream())
                .toList());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
