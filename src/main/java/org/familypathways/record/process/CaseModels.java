package org.familypathways.record.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pathways and their steps are called in the version of the model on which a case runs or ran. */
@Component
public class CaseModels {

    private final JdbcClient jdbc;
    private final RepositoryService repository;

    CaseModels(JdbcClient jdbc, @Lazy RepositoryService repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /** The names in these cases; one statement, however many they are. */
    public Names of(Collection<String> processInstanceIds) {
        var definitions = new HashMap<String, String>();
        if (!processInstanceIds.isEmpty()) {
            jdbc.sql("select id_, proc_def_id_ from act_hi_procinst where id_ = any(:cases)")
                    .param("cases", processInstanceIds.toArray(String[]::new))
                    .query(row -> {
                        definitions.put(row.getString("id_"), row.getString("proc_def_id_"));
                    });
        }
        var models = new HashMap<String, BpmnModelInstance>();
        definitions.forEach((caseId, definition) -> models.put(caseId, repository.getBpmnModelInstance(definition)));
        return new Names(models);
    }

    /** Names in practice words; the ids in words where a case or a step is not known any more. */
    public static final class Names {

        private final Map<String, BpmnModelInstance> models;

        private Names(Map<String, BpmnModelInstance> models) {
            this.models = models;
        }

        public String pathway(@Nullable String processInstanceId, String pathwayKey) {
            BpmnModelInstance model = models.get(processInstanceId);
            if (model == null) {
                return words(pathwayKey);
            }
            return model.getModelElementsByType(Process.class).stream()
                    .filter(process -> process.getName() != null)
                    .findFirst()
                    .map(Process::getName)
                    .orElseGet(() -> words(pathwayKey));
        }

        public String step(@Nullable String processInstanceId, String stepId) {
            BpmnModelInstance model = models.get(processInstanceId);
            return model != null
                            && model.getModelElementById(stepId) instanceof FlowElement step
                            && step.getName() != null
                    ? step.getName()
                    : words(stepId.substring(stepId.indexOf('_') + 1));
        }

        private static String words(String id) {
            String spaced = id.replaceAll("([a-z])([A-Z])", "$1 $2")
                    .replaceAll("[-_.]", " ")
                    .toLowerCase();
            return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
        }
    }
}
