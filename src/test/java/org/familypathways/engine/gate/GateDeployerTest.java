package org.familypathways.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.PassableModel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing becomes part of the engine but through the gate, whoever deploys it and by whatever way. */
@ApplicationTest
class GateDeployerTest {

    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://familypathways.org/bpmn">
              <bpmn:process id="gated-case" name="Gated case" isExecutable="true" camunda:historyTimeToLive="P36500D">
                <bpmn:documentation>For trying the gate.</bpmn:documentation>
                <bpmn:startEvent id="startEvent_begun" name="Begun" />
                <bpmn:sequenceFlow id="flow_begun" sourceRef="startEvent_begun" targetRef="endEvent_done" />
                <bpmn:endEvent id="endEvent_done" name="Done" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    ProcessEngine engine;

    @Test
    void what_the_gate_refuses_is_not_deployed_and_the_caller_hears_every_reason() {
        var script = PassableModel.of("gated-case", MODEL.replace("bpmn:endEvent id", """
                bpmn:scriptTask id="x" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent id"""));

        assertThatThrownBy(() -> script.deploy(engine))
                .isInstanceOfSatisfying(
                        ModelRefused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::sentence)
                                .contains(
                                        "“scriptTask” is not allowed in a model.",
                                        "“script” is not allowed in a model."));
        assertThat(deployedVersions()).isZero();
        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("gated-case")
                        .count())
                .isZero();
    }

    @Test
    void a_version_that_was_accepted_once_is_loaded_again_without_being_judged() {
        var refusing = new GateDeployer(new ModelGate(() -> {
            throw new AssertionError("nothing is to be judged");
        }));
        var old = new DeploymentEntity();
        old.setNew(false);
        old.addResource(new ResourceEntity());

        assertThatNoException().isThrownBy(() -> refusing.deploy(old));
    }

    @Test
    void a_good_version_is_deployed_and_still_runs_when_the_engine_has_forgotten_it() {
        var deployment = PassableModel.of("gated-case", MODEL).deploy(engine);
        try {
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getDeploymentCache()
                    .discardProcessDefinitionCache();

            assertThat(engine.getRuntimeService()
                            .startProcessInstanceByKey("gated-case")
                            .isEnded())
                    .isTrue();
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    private long deployedVersions() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("gated-case")
                .count();
    }
}
