package org.familypathways.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/**
 * Remembers which flows of which pathway any test has walked. The engine's own history knows activities only, and two
 * flows may lead to the same one.
 */
@Component
public class FlowCoverage extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> walked = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                String pathway = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
                flow.addListener(
                        ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> walk(pathway, flow.getId()));
            }
        });
    }

    private void walk(String pathwayKey, String flowId) {
        walked.computeIfAbsent(pathwayKey, key -> new ConcurrentSkipListSet<>()).add(flowId);
    }

    void startAgain(String pathwayKey) {
        walked.remove(pathwayKey);
    }

    void assertEveryFlowWalked(ProcessEngine engine, String pathwayKey) {
        var missing = new TreeSet<>(flowsOf(engine, pathwayKey));
        missing.removeAll(walked.getOrDefault(pathwayKey, Set.of()));
        assertThat(missing)
                .as("flows of %s that no story of this class walked", pathwayKey)
                .isEmpty();
    }

    /** Behind an event gateway the engine goes on from the event itself, whose own way out shows that it came. */
    private static Set<String> flowsOf(ProcessEngine engine, String pathwayKey) {
        var repository = engine.getRepositoryService();
        String inForce = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(pathwayKey)
                .latestVersion()
                .singleResult()
                .getId();
        return repository.getBpmnModelInstance(inForce).getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                .map(SequenceFlow::getId)
                .collect(Collectors.toSet());
    }
}
