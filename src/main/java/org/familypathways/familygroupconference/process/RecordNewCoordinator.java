package org.familypathways.familygroupconference.process;

import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.ALLOCATE_ANOTHER_COORDINATOR;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.COORDINATOR;
import static org.familypathways.familygroupconference.process.FamilyGroupConferenceProcess.COORDINATOR_SOUGHT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.AsTheSystem;
import org.familypathways.familygroupconference.ConferenceCoordinators;
import org.familypathways.record.process.StepAnswers;
import org.springframework.stereotype.Component;

/** Later steps find the new co-ordinator by themselves; the open ones are put into their hands, whoever had them. */
@Component
class RecordNewCoordinator implements JavaDelegate {

    private final StepAnswers answers;
    private final ConferenceCoordinators coordinators;
    private final AsTheSystem system;

    RecordNewCoordinator(StepAnswers answers, ConferenceCoordinators coordinators, AsTheSystem system) {
        this.answers = answers;
        this.coordinators = coordinators;
        this.system = system;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = CaseStep.of(execution);
        String coordinator = COORDINATOR.from(execution);
        String reason = answers.at(execution, ALLOCATE_ANOTHER_COORDINATOR).required("whyChanged");
        coordinators.handOver(step.familyId(), coordinator, reason, step.processInstanceId(), step.once());
        COORDINATOR_SOUGHT.set(execution, false);
        system.run(() -> {
            giveOpenSteps(execution, coordinator);
            return coordinator;
        });
    }

    private static void giveOpenSteps(DelegateExecution execution, String coordinator) {
        var tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list().stream()
                .filter(task -> isTheirs(task, execution))
                .forEach(task -> tasks.setAssignee(task.getId(), coordinator));
    }

    private static boolean isTheirs(Task task, DelegateExecution execution) {
        UserTask step = execution.getBpmnModelInstance().getModelElementById(task.getTaskDefinitionKey());
        return step.getCamundaCandidateGroupsList().contains(PracticeRole.FGC_COORDINATOR.id());
    }
}
