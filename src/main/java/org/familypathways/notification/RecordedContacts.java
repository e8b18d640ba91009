package org.familypathways.notification;

import java.util.Optional;
import org.familypathways.notification.FamilyContact.SafeWay;
import org.familypathways.record.FamilyFlags;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the family's record says about reaching people. */
@Component
class RecordedContacts implements FamilyContacts {

    private final NetworkMembers network;
    private final FamilyFlags flags;

    RecordedContacts(NetworkMembers network, FamilyFlags flags) {
        this.network = network;
        this.flags = flags;
    }

    @Override
    public Optional<FamilyContact> of(String personId, String familyId) {
        return network.find(personId)
                .filter(person -> person.familyId().equals(familyId))
                .map(this::contact);
    }

    private FamilyContact contact(NetworkMember person) {
        return new FamilyContact(
                person.displayName(),
                way(person.safeContact()),
                person.email(),
                isShared(person),
                flags.letterLines(person),
                person.separateContact(),
                person.excludedBecause() != null);
    }

    private static @Nullable SafeWay way(@Nullable String recorded) {
        if (recorded == null) {
            return null;
        }
        return switch (recorded) {
            case "email" -> SafeWay.EMAIL;
            case "letter" -> SafeWay.LETTER;
            default -> SafeWay.BY_A_WORKER;
        };
    }

    private boolean isShared(NetworkMember person) {
        String email = person.email();
        return email != null
                && network.ofFamily(person.familyId()).stream()
                        .filter(other -> !other.id().equals(person.id()))
                        .anyMatch(other -> email.strip().equalsIgnoreCase(strip(other.email())));
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
