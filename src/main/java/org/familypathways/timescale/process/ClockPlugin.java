package org.familypathways.timescale.process;

import java.util.ArrayList;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets every model meet and stop clocks by a property of its elements, and ends the clocks of a case with the case. */
@Component
class ClockPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<CaseClocks> clocks;

    ClockPlugin(ObjectProvider<CaseClocks> clocks) {
        this.clocks = clocks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = new ArrayList<BpmnParseListener>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new ClockListener());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private final class ClockListener extends AbstractBpmnParseListener {

        /** Only where people work is there time to keep; a pathway that just delivers has no clock to end. */
        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            if (element.elements("userTask").isEmpty()
                    && element.elements("subProcess").isEmpty()) {
                return;
            }
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                    execution -> clocks.getObject().caseEnded(execution));
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var properties = propertiesOf(element);
            if (properties.containsKey(ClockProperties.MEETS) || properties.containsKey(ClockProperties.STOPS)) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener)
                                task -> clocks.getObject().passed(task, properties));
            }
        }

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        @Override
        public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        @Override
        public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        @Override
        public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        @Override
        public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        @Override
        public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            passing(element, activity);
        }

        private void passing(Element element, ActivityImpl activity) {
            var properties = propertiesOf(element);
            if (properties.containsKey(ClockProperties.MEETS) || properties.containsKey(ClockProperties.STOPS)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                        execution -> passed(execution, properties));
            }
        }

        private void passed(DelegateExecution execution, Map<String, String> properties) {
            if (!execution.isCanceled()) {
                clocks.getObject().passed(execution, properties);
            }
        }

        private static Map<String, String> propertiesOf(Element element) {
            var properties = BpmnParseUtil.parseCamundaExtensionProperties(element);
            return properties == null ? Map.of() : properties;
        }
    }
}
