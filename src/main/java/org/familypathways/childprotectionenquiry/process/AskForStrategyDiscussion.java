package org.familypathways.childprotectionenquiry.process;

import static org.familypathways.record.process.CaseVariables.FAMILY_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.access.PracticeRole;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.springframework.stereotype.Component;

@Component
class AskForStrategyDiscussion implements JavaDelegate {

    private final Notifications notifications;

    AskForStrategyDiscussion(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifications.send(new Notice(
                "strategy-discussion-needed",
                FAMILY_ID.from(execution),
                new Recipient.ToRole(PracticeRole.TEAM_MANAGER),
                execution.getProcessInstanceId() + ":" + execution.getActivityInstanceId()));
    }
}
