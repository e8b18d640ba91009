package org.familypathways.familygroupconference;

import java.util.Map;
import org.familypathways.access.PracticeRole;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.familypathways.record.Involvements;
import org.familypathways.record.Network;
import org.springframework.stereotype.Component;

/** Who is told of what happens to a conference: the workers of the family, and the people who come. */
@Component
class ConferenceNews {

    private final Notifications notifications;
    private final Involvements involvements;
    private final Network network;

    ConferenceNews(Notifications notifications, Involvements involvements, Network network) {
        this.notifications = notifications;
        this.involvements = involvements;
        this.network = network;
    }

    /** Tells the family's social workers and its team manager. */
    void toWorkers(String template, String familyId, String once, Map<String, String> details) {
        involvements
                .inRole(familyId, PracticeRole.SOCIAL_WORKER)
                .forEach(worker -> send(template, familyId, new Recipient.ToWorker(worker), once, details));
        toRole(PracticeRole.TEAM_MANAGER, template, familyId, once, details);
    }

    void toRole(PracticeRole role, String template, String familyId, String once, Map<String, String> details) {
        send(template, familyId, new Recipient.ToRole(role), once, details);
    }

    void toWorker(String account, String template, String familyId, String once, Map<String, String> details) {
        send(template, familyId, new Recipient.ToWorker(account), once, details);
    }

    /** Tells everybody who is invited, each by the way that is safe for them. */
    void toNetwork(String template, String familyId, String once, Map<String, String> details) {
        network.members(familyId)
                .forEach(person -> send(template, familyId, new Recipient.ToPerson(person), once, details));
    }

    void toHolders(String template, String familyId, String once, Map<String, String> details) {
        network.holdersOfParentalResponsibility(familyId)
                .forEach(person -> send(template, familyId, new Recipient.ToPerson(person), once, details));
    }

    private void send(String template, String familyId, Recipient to, String once, Map<String, String> details) {
        notifications.send(new Notice(template, familyId, to, once, details));
    }
}
