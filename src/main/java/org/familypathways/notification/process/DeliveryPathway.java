package org.familypathways.notification.process;

import static org.familypathways.notification.process.NotificationDeliveryProcess.FAMILY_ID;
import static org.familypathways.notification.process.NotificationDeliveryProcess.KEY;
import static org.familypathways.notification.process.NotificationDeliveryProcess.NOTIFICATION_ID;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.familypathways.engine.PathwayStarts;
import org.familypathways.notification.DeliveryQueue;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Deliveries as instances of the pathway {@code notification-delivery}. */
@Component
class DeliveryPathway implements DeliveryQueue {

    private final PathwayStarts pathways;
    private final ManagementService management;
    private final Clock clock;

    DeliveryPathway(PathwayStarts pathways, @Lazy ManagementService management, Clock clock) {
        this.pathways = pathways;
        this.management = management;
        this.clock = clock;
    }

    @Override
    public String begin(String notificationId, String familyId) {
        return pathways.begin(
                KEY, familyId, Map.of(NOTIFICATION_ID.name(), notificationId, FAMILY_ID.name(), familyId));
    }

    @Override
    public Optional<Instant> nextAttempt(String deliveryId) {
        return job(deliveryId)
                .filter(job -> job.getRetries() > 0)
                .map(job -> job.getDuedate() == null
                        ? clock.instant()
                        : job.getDuedate().toInstant());
    }

    @Override
    public boolean tryAgain(String deliveryId) {
        var job = job(deliveryId);
        job.ifPresent(this::oneMoreTry);
        return job.isPresent();
    }

    private void oneMoreTry(Job job) {
        management.setJobRetries(job.getId(), Math.max(1, job.getRetries()));
        management.setJobDuedate(job.getId(), Date.from(clock.instant()));
    }

    private Optional<Job> job(String deliveryId) {
        return Optional.ofNullable(
                management.createJobQuery().processInstanceId(deliveryId).singleResult());
    }
}
