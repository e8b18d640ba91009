package org.familypathways.familygroupconferenceoffer;

import java.util.List;
import org.familypathways.record.Network;
import org.familypathways.record.NetworkMember;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewNetworkMember;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the people whom somebody found out about into the family's network, so that they can be asked. */
@Service
@Transactional
public class NewHolders {

    private final NetworkMembers members;
    private final Network network;

    NewHolders(NetworkMembers members, Network network) {
        this.members = members;
        this.network = network;
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

    /** @throws PracticeRuleBroken when nobody would hold parental responsibility after all */
    public void add(String familyId, List<FoundPerson> people) {
        people.forEach(found -> {
            NetworkMember member = members.add(familyId, found.person());
            if (found.safeContact() != null) {
                members.recordSafeContact(member.id(), found.safeContact(), member.address(), false);
            }
        });
        if (!areKnown(familyId)) {
            throw new PracticeRuleBroken("Tick for at least one person that they hold parental responsibility:"
                    + " without them nobody can be asked.");
        }
    }
}
