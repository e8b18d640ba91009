package org.familypathways.familygroupconferenceoffer;

import org.familypathways.record.NetworkMembers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How each person can be reached without putting anybody in danger, as found before the offer. */
@Service
public class ContactSafety {

    private final NetworkMembers members;

    ContactSafety(NetworkMembers members) {
        this.members = members;
    }

    /**
     * What was found about one person.
     *
     * @param way {@code email}, {@code letter}, {@code telephone} or {@code in-person}
     * @param email an address that only this person reads, when that is the way
     * @param address where letters may go, when that is the way
     * @param apart whether the person must be contacted apart from others; with domestic abuse or an order that forbids
     *     contact they always are
     */
    public record Finding(
            String way, @Nullable String email, @Nullable String address, boolean apart) {}

    public void record(String personId, Finding found) {
        if (found.email() != null) {
            members.recordEmail(personId, found.email().strip());
        }
        members.recordSafeContact(personId, found.way(), found.address(), found.apart());
    }
}
