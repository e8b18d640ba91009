package org.familypathways.familygroupconferenceoffer;

import java.util.List;
import org.familypathways.access.PracticeRole;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.familypathways.record.Involvements;
import org.springframework.stereotype.Component;

/** Tells the people of an offer what became of it: each of them once. */
@Component
class OfferNotices {

    private static final List<PracticeRole> ALWAYS_TOLD = List.of(PracticeRole.TEAM_MANAGER, PracticeRole.CP_CHAIR);

    private final Notifications notifications;
    private final Involvements involvements;

    OfferNotices(Notifications notifications, Involvements involvements) {
        this.notifications = notifications;
        this.involvements = involvements;
    }

    /** The social workers of the family, its team manager and the conference chairs. */
    void tellWorkers(String template, String familyId, String processInstanceId) {
        ALWAYS_TOLD.forEach(role -> send(template, familyId, new Recipient.ToRole(role), processInstanceId));
        involvements
                .inRole(familyId, PracticeRole.SOCIAL_WORKER)
                .forEach(worker -> send(template, familyId, new Recipient.ToWorker(worker), processInstanceId));
    }

    void tellPerson(String template, String familyId, String personId, String processInstanceId) {
        send(template, familyId, new Recipient.ToPerson(personId), processInstanceId);
    }

    private void send(String template, String familyId, Recipient to, String processInstanceId) {
        notifications.send(new Notice(template, familyId, to, processInstanceId + ":" + template));
    }
}
