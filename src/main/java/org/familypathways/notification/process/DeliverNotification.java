package org.familypathways.notification.process;

import static org.familypathways.notification.process.NotificationDeliveryProcess.DELIVERY_STATE;
import static org.familypathways.notification.process.NotificationDeliveryProcess.NOTIFICATION_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.notification.Delivery;
import org.springframework.stereotype.Component;

/** One try. What fails here is left to the engine's retries, and then to a person. */
@Component
class DeliverNotification implements JavaDelegate {

    private final Delivery delivery;

    DeliverNotification(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var state = delivery.deliver(NOTIFICATION_ID.from(execution));
        DELIVERY_STATE.set(execution, state.code());
    }
}
