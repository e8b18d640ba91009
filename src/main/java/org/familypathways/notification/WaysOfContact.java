package org.familypathways.notification;

import org.familypathways.access.FamilyAccess;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.notification.WayOfContact.Email;
import org.familypathways.notification.WayOfContact.InTheApp;
import org.familypathways.notification.WayOfContact.None;
import org.springframework.stereotype.Component;

/** The way to a recipient as the records stand at the moment of sending, which may be days after the notice. */
@Component
class WaysOfContact {

    private final Workers workers;
    private final FamilyAccess access;
    private final FamilyContacts contacts;
    private final Recipients recipients;

    WaysOfContact(Workers workers, FamilyAccess access, FamilyContacts contacts, Recipients recipients) {
        this.workers = workers;
        this.access = access;
        this.contacts = contacts;
        this.recipients = recipients;
    }

    WayOfContact to(Notification notification) {
        String reference = notification.recipient().reference();
        return switch (notification.recipient().kind()) {
            case WORKER -> toWorker(reference, notification);
            case PERSON ->
                contacts.of(reference, notification.familyId())
                        .map(contact -> SafeContact.of(contact, notification.template()))
                        .orElseGet(() -> new None("This person is not in the family's network any more."));
            case ROLE -> new None("Nobody holds this role in the team that serves the family.");
        };
    }

    private WayOfContact toWorker(String accountId, Notification notification) {
        var worker = workers.find(accountId).filter(Worker::active);
        if (worker.isEmpty()) {
            return new None("This worker does not work here any more.");
        }
        if (access.isClosedTo(accountId, notification.familyId()) && !recipients.isForWhoeverNames(notification)) {
            return new None(
                    "The family is restricted to other people, or this worker has a conflict of interest with it.");
        }
        String email = worker.get().email();
        return email == null ? new InTheApp() : new Email(email);
    }
}
