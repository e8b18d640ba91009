package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Each step of a person has a form, a due date and words of help; each step of the system is one that exists. */
final class WorkConventions {

    private static final String ANNOUNCE = "${throwMessage}";

    private final ModelUnderReview review;
    private final List<Finding> findings = new ArrayList<>();

    private WorkConventions(ModelUnderReview review) {
        this.review = review;
    }

    static List<Finding> check(ModelUnderReview review) {
        var conventions = new WorkConventions(review);
        review.all(UserTask.class).forEach(conventions::checkUserTask);
        review.all(StartEvent.class).forEach(conventions::checkStartForm);
        review.all(ThrowEvent.class).forEach(conventions::checkAnnouncement);
        review.all(ServiceTask.class).forEach(conventions::checkServiceTask);
        review.all(CallActivity.class).forEach(conventions::checkCallActivity);
        review.all(MultiInstanceLoopCharacteristics.class).forEach(conventions::checkRepetition);
        return conventions.findings;
    }

    private void checkUserTask(UserTask task) {
        String id = task.getId();
        checkForm(id, task.getCamundaFormRef(), task.getCamundaFormRefBinding());
        if (task.getDocumentations().isEmpty()) {
            refuse(id, "It has no documentation that tells the worker what to do and by which guidance.");
        }
        checkDueDate(id, task.getCamundaDueDate());
        checkDueDate(id, task.getCamundaFollowUpDate());
    }

    private void checkStartForm(StartEvent start) {
        if (start.getCamundaFormRef() != null) {
            checkForm(start.getId(), start.getCamundaFormRef(), start.getCamundaFormRefBinding());
        }
    }

    private void checkForm(String id, @Nullable String form, @Nullable String binding) {
        if (form == null || !review.forms().containsKey(form)) {
            refuse(id, "Its form “%s” does not come with the pathway.".formatted(form));
        }
        if (!"deployment".equals(binding)) {
            refuse(id, "Its form must be bound to the deployment, so that a case keeps the form it began with.");
        }
    }

    private void checkAnnouncement(ThrowEvent event) {
        event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(MessageEventDefinition.class::cast)
                .filter(message -> !ANNOUNCE.equals(message.getCamundaDelegateExpression()))
                .forEach(message -> refuse(event.getId(), "It must announce its message by %s.".formatted(ANNOUNCE)));
    }

    private void checkDueDate(String id, String date) {
        if (date == null) {
            refuse(id, "It has no due date or no follow-up date from a timescale.");
            return;
        }
        ModelExpression.DUE
                .match(date)
                .map(matcher -> matcher.group("code"))
                .filter(code -> !review.words().timescales().contains(code))
                .ifPresent(code -> refuse(id, "There is no timescale “%s”.".formatted(code)));
    }

    private void checkServiceTask(ServiceTask task) {
        String id = task.getId();
        if (task.getCamundaDelegateExpression() == null) {
            refuse(id, "A step of the system must name what it does by a delegate expression.");
            return;
        }
        String bean = ModelExpression.STEP
                .match(task.getCamundaDelegateExpression())
                .map(matcher -> matcher.group("bean"))
                .orElse("");
        if (!review.words().delegates().contains(bean)) {
            refuse(id, "The system has no step “%s”.".formatted(bean));
        } else if (!id.equals("serviceTask_" + bean)) {
            refuse(id, "Its id must be “serviceTask_%s”, after the step that it takes.".formatted(bean));
        }
    }

    private void checkCallActivity(CallActivity call) {
        if (!review.words().pathways().containsKey(call.getCalledElement())) {
            refuse(call.getId(), "There is no pathway “%s” to call.".formatted(call.getCalledElement()));
        }
    }

    private void checkRepetition(MultiInstanceLoopCharacteristics repetition) {
        String collection = repetition.getCamundaCollection();
        if (collection == null) {
            return;
        }
        String bean = ModelExpression.QUESTION
                .match(collection)
                .map(matcher -> matcher.group("bean"))
                .orElse("");
        if (!review.words().questions().contains(bean)) {
            refuse(
                    repetition.getParentElement().getAttributeValue("id"),
                    "It repeats over “%s”, which the system cannot answer.".formatted(collection));
        }
    }

    private void refuse(String element, String sentence) {
        findings.add(new Finding(element, sentence));
    }
}
