package org.familypathways.benchmark;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.jspecify.annotations.Nullable;

/** Which variables a journey on the whole application set, and where. The bare engine gets just the same ones. */
final class Recording {

    private static final Set<String> OF_THE_ENGINE =
            Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");

    private final Map<String, Map<String, Object>> variables = new HashMap<>();
    private final FilledForms forms = new FilledForms();

    /** @param processInstanceIds the cases of one journey */
    Recording(Department department, List<String> processInstanceIds) {
        processInstanceIds.forEach(id -> record(department, id));
    }

    Map<String, Object> at(String step) {
        return variables.getOrDefault(step, Map.of());
    }

    private void record(Department department, String processInstanceId) {
        var history = department.engine.getHistoryService();
        var activities = new HashMap<String, String>();
        for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
                .processInstanceId(processInstanceId)
                .list()) {
            activities.put(
                    activity.getId(), department.step(activity.getProcessDefinitionId(), activity.getActivityId()));
        }
        history
                .createHistoricDetailQuery()
                .variableUpdates()
                .disableBinaryFetching()
                .processInstanceId(processInstanceId)
                .list()
                .stream()
                .map(HistoricVariableUpdate.class::cast)
                .filter(update -> !OF_THE_ENGINE.contains(update.getVariableName()))
                .forEach(update -> keep(activities.get(update.getActivityInstanceId()), update));
    }

    private void keep(@Nullable String step, HistoricVariableUpdate update) {
        boolean setByTheEngine =
                step == null || step.contains("/userTask_") && !forms.asks(step, update.getVariableName());
        if (!setByTheEngine) {
            variables
                    .computeIfAbsent(step, name -> new LinkedHashMap<>())
                    .put(update.getVariableName(), update.getValue());
        }
    }
}
