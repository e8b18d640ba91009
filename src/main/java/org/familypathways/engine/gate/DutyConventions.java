package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Who does a step: roles that exist, in the hands of somebody the case knows, as independent as the model asks. */
final class DutyConventions {

    private final ModelUnderReview review;
    private final Set<String> steps;
    private final List<Finding> findings = new ArrayList<>();

    private DutyConventions(ModelUnderReview review) {
        this.review = review;
        this.steps = review.all(UserTask.class).stream().map(UserTask::getId).collect(Collectors.toSet());
    }

    static List<Finding> check(ModelUnderReview review) {
        var conventions = new DutyConventions(review);
        review.all(UserTask.class).forEach(conventions::checkRole);
        review.all(UserTask.class).forEach(conventions::checkHolder);
        review.all(UserTask.class).forEach(conventions::checkIndependence);
        return conventions.findings;
    }

    private void checkRole(UserTask task) {
        if (task.getCamundaCandidateGroupsList().isEmpty()
                || !review.words().roles().containsAll(task.getCamundaCandidateGroupsList())) {
            refuse(
                    task,
                    "It must be offered to roles that exist, not to “%s”.".formatted(task.getCamundaCandidateGroups()));
        }
    }

    private void checkHolder(UserTask task) {
        var declared = review.declaredVariables();
        ModelUnderReview.values(task, "allocatedTo")
                .filter(holder -> !declared.contains(holder))
                .forEach(holder -> refuse(
                        task,
                        "It goes to the worker in “%s”, which nothing in this pathway declares.".formatted(holder)));
    }

    private void checkIndependence(UserTask task) {
        ModelUnderReview.values(task, "outsideTeam")
                .filter(kind -> !review.words().teamKinds().contains(kind))
                .forEach(kind -> refuse(
                        task,
                        "It is for somebody outside the family’s “%s”, but there is no team of that kind."
                                .formatted(kind)));
        ModelUnderReview.values(task, "notDoneBy")
                .filter(step -> !steps.contains(step))
                .forEach(step -> refuse(
                        task, "It is not for whoever did “%s”, but no step of a person has that id.".formatted(step)));
    }

    private void refuse(UserTask task, String sentence) {
        findings.add(new Finding(task.getId(), sentence));
    }
}
