package org.familypathways.engine;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts the split between engine and record in front of every completion and every start by a form. */
@Component
class SubmissionPlugin extends AbstractProcessEnginePlugin {

    private final Submissions submissions;

    SubmissionPlugin(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new RecordingTaskService(submissions));
        configuration.setFormService(new RecordingFormService(submissions));
        var listeners = configuration.getCustomPreBPMNParseListeners();
        var all = listeners == null
                ? new ArrayList<org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener>()
                : listeners;
        all.add(new StartFormKeeper());
        configuration.setCustomPreBPMNParseListeners(all);
    }

    private final class StartFormKeeper extends AbstractBpmnParseListener {

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl startEvent) {
            if (scope instanceof ProcessDefinitionEntity definition) {
                startEvent.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                        execution -> keep(definition.getKey(), execution));
            }
        }

        private void keep(String pathwayKey, DelegateExecution execution) {
            submissions.keepStartForm(pathwayKey, execution.getProcessInstanceId(), execution.getCurrentActivityId());
        }
    }
}
