package org.familypathways.access.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.TeamKind;

/**
 * What a model says about who does a step.
 *
 * @param roles to whom it is offered
 * @param notDoneBy the steps of the same case that must have been somebody else's
 * @param outsideTeam the kinds of the family's teams to which the worker must not belong
 * @param allocatedTo the variable that names the worker in whose hands the step is put
 */
record TaskRules(
        List<PracticeRole> roles, List<String> notDoneBy, List<TeamKind> outsideTeam, Optional<String> allocatedTo) {

    static TaskRules of(UserTask task) {
        return new TaskRules(
                task.getCamundaCandidateGroupsList().stream()
                        .map(String::strip)
                        .map(PracticeRole::of)
                        .flatMap(Optional::stream)
                        .toList(),
                properties(task, "notDoneBy"),
                properties(task, "outsideTeam").stream()
                        .map(TeamKind::of)
                        .map(Optional::orElseThrow)
                        .toList(),
                properties(task, "allocatedTo").stream().findFirst());
    }

    private static List<String> properties(UserTask task, String name) {
        var extensions = task.getExtensionElements();
        if (extensions == null) {
            return List.of();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .toList();
    }
}
