package org.familypathways.notification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                lines(person),
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

    /** The usual address will do only for somebody who need not be reached apart, and of whom no address is kept safe. */
    private List<String> lines(NetworkMember person) {
        String safe = strip(person.safeAddress());
        boolean usual = !person.separateContact() && !flags.hidesAddressOf(person.familyId(), person.id());
        String address = safe.isEmpty() && usual ? strip(person.address()) : safe;
        return Stream.of(address.split("[\\n,]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
