package org.familypathways.record;

import java.util.Map;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Workers keep the people of a family's network right: who belongs to it, how they are reached safely, and who must not
 * take part. Every change is an entry of the record with what was there before.
 */
@Service
public class FamilyNetwork {

    private final FamilyAccess access;
    private final FamilyRows rows;
    private final NetworkMembers members;
    private final RecordNotes notes;
    private final ApplicationEventPublisher events;

    FamilyNetwork(
            FamilyAccess access,
            FamilyRows rows,
            NetworkMembers members,
            RecordNotes notes,
            ApplicationEventPublisher events) {
        this.access = access;
        this.rows = rows;
        this.members = members;
        this.notes = notes;
        this.events = events;
    }

    /** @throws FamilyNotFoundException also when the person does not belong to the family's network any more */
    public NetworkMember person(String familyId, String personId) {
        access.requireVisible(familyId);
        return members.ofFamily(familyId).stream()
                .filter(person -> person.id().equals(personId))
                .findFirst()
                .orElseThrow(FamilyNotFoundException::new);
    }

    /** @throws RecordChangeRefused when somebody completes a step of a case of the family at the same moment */
    @Transactional
    public NetworkMember add(String familyId, PersonDetails details) {
        access.requireVisible(familyId);
        rows.hold(familyId);
        NetworkMember person = members.add(familyId, details.asNew());
        members.change(person.id(), details);
        notes.write(familyId, person.id(), "addPerson", RecordNotes.of(details));
        events.publishEvent(new FamilyPeopleChanged(familyId));
        return members.find(person.id()).orElseThrow();
    }

    /**
     * Changes what is known of a person.
     *
     * @param seen the {@link Fingerprint} of what the worker saw before they changed it
     * @throws RecordChangeRefused when somebody else changed it meanwhile, or completes a step of a case at the same moment
     */
    @Transactional
    public void change(String familyId, String personId, String seen, PersonDetails details) {
        access.requireVisible(familyId);
        rows.hold(familyId);
        PersonDetails now = PersonDetails.of(held(familyId, personId));
        if (now.equals(details)) {
            return;
        }
        if (!Fingerprint.of(now).equals(seen)) {
            throw new RecordChangeRefused("Somebody else has changed this person since you opened the page. Open it"
                    + " again in another window and compare before you save.");
        }
        members.change(personId, details);
        notes.write(familyId, personId, "changePerson", RecordNotes.changes(now, details));
        events.publishEvent(new FamilyPeopleChanged(familyId));
    }

    /** The person is no part of the family's network any more; they are not written to from now on. */
    @Transactional
    public void end(String familyId, String personId, String reason) {
        access.requireVisible(familyId);
        held(familyId, personId);
        if (reason.isBlank()) {
            throw new RecordChangeRefused("Say why this person does not belong to the network any more.");
        }
        members.leave(personId);
        notes.write(familyId, personId, "endPerson", Map.of("reason", reason));
    }

    private NetworkMember held(String familyId, String personId) {
        return members.hold(familyId, personId).orElseThrow(FamilyNotFoundException::new);
    }
}
