package org.familypathways.notification.process;

import java.util.List;
import org.familypathways.engine.Pathway;
import org.familypathways.engine.ProcessVariable;
import org.springframework.stereotype.Component;

/** The vocabulary of {@code bpmn/notification-delivery.bpmn}. */
@Component
class NotificationDeliveryProcess implements Pathway {

    static final String KEY = "notification-delivery";
    static final ProcessVariable<String> NOTIFICATION_ID = ProcessVariable.text("notificationId");
    static final ProcessVariable<String> FAMILY_ID = ProcessVariable.text("familyId");
    static final ProcessVariable<String> DELIVERY_STATE = ProcessVariable.text("deliveryState");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<ProcessVariable<?>> variables() {
        return List.of(NOTIFICATION_ID, FAMILY_ID, DELIVERY_STATE);
    }
}
