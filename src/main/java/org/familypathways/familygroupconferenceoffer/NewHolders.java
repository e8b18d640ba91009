package org.familypathways.familygroupconferenceoffer;

import java.util.List;
import java.util.Optional;
import org.familypathways.record.FamilyPeopleChanged;
import org.familypathways.record.Network;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.record.PracticeRuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the people whom somebody found out about into the family's network, so that they can be asked. */
@Service
@Transactional
public class NewHolders {

    private final NetworkMembers members;
    private final Network network;
    private final ApplicationEventPublisher events;

    NewHolders(NetworkMembers members, Network network, ApplicationEventPublisher events) {
        this.members = members;
        this.network = network;
        this.events = events;
    }

    /**
     * One person, as written down.
     *
     * @param safeContact the way of contact that the person calls safe; none when nobody has asked
     */
    public record FoundPerson(
            NewNetworkMember person, @Nullable String safeContact) {}

    public boolean areKnown(String familyId) {
        return !network.holdersOfParentalResponsibility(familyId).isEmpty();
    }

    /**
     * Somebody who is on record by the same name already is not recorded twice.
     *
     * @throws PracticeRuleBroken when nobody would hold parental responsibility after all
     */
    public void add(String familyId, List<FoundPerson> people) {
        people.forEach(found -> add(familyId, found));
        events.publishEvent(new FamilyPeopleChanged(familyId));
        if (!areKnown(familyId)) {
            throw new PracticeRuleBroken("Tick for at least one person that they hold parental responsibility:"
                    + " without them nobody can be asked.");
        }
    }

    private void add(String familyId, FoundPerson found) {
        NetworkMember member =
                onRecord(familyId, found.person()).orElseGet(() -> members.add(familyId, found.person()));
        if (found.person().parentalResponsibility()) {
            members.recordParentalResponsibility(member.id());
        }
        if (found.safeContact() != null && member.safeContact() == null) {
            members.recordSafeContact(member.id(), found.safeContact(), member.address(), false);
        }
    }

    private Optional<NetworkMember> onRecord(String familyId, NewNetworkMember person) {
        return members.ofFamily(familyId).stream()
                .filter(known -> known.firstName().equalsIgnoreCase(person.firstName())
                        && known.lastName().equalsIgnoreCase(person.lastName()))
                .findFirst();
    }
}
