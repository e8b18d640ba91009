package org.familypathways.notification;

import org.familypathways.notification.Addressee.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what happened. The notifications and their deliveries are written in the caller's transaction; nothing
 * leaves the house in it, and the caller does not wait.
 */
@Service
public class Notifications {

    private final Recipients recipients;
    private final FamilyContacts contacts;
    private final Wording wording;
    private final NotificationStore store;
    private final DeliveryQueue deliveries;

    Notifications(
            Recipients recipients,
            FamilyContacts contacts,
            Wording wording,
            NotificationStore store,
            DeliveryQueue deliveries) {
        this.recipients = recipients;
        this.contacts = contacts;
        this.wording = wording;
        this.store = store;
        this.deliveries = deliveries;
    }

    /**
     * Sends the notice to each of its recipients who has not had it. Somebody who cannot be told safely, or a role that
     * nobody holds, is no error: it is kept as such, and people see it.
     *
     * @throws IllegalArgumentException when there is no such template, or the notice lacks a detail that it needs
     */
    @Transactional
    public void send(Notice notice) {
        recipients.of(notice).forEach(recipient -> send(notice, recipient));
    }

    private void send(Notice notice, Addressee recipient) {
        String name = recipient.kind() == Kind.PERSON
                ? contacts.of(recipient.reference(), notice.familyId())
                        .map(FamilyContact::name)
                        .orElse("Sir or Madam")
                : null;
        var values = wording.values(notice, recipient.kind(), name);
        var text = wording.message(notice.template(), recipient.kind(), values);
        store.add(notice, recipient, text, values)
                .ifPresent(id -> store.delivery(id, deliveries.begin(id, notice.familyId())));
    }
}
