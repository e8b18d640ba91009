package org.familypathways.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.PassableModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What managers publish stays in force, whatever starts again or is upgraded. */
@ApplicationTest
class ModelBaselineTest {

    private static final String KEY = "baseline-case";
    private static final String FIRST = "As it came first";
    private static final String UPGRADED = "As the upgrade brings it";
    private static final String MANAGERS = "As the managers want it";

    @Autowired
    ModelBaseline baseline;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void the_case_goes() {
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(KEY)
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        jdbc.sql("delete from model_baseline where unit_key = :key")
                .param("key", KEY)
                .update();
    }

    @Test
    void a_pathway_that_comes_with_the_application_goes_live_once() {
        start(FIRST);
        start(FIRST);

        assertThat(versions()).containsExactly(FIRST);
    }

    @Test
    void an_upgrade_replaces_a_version_that_came_with_the_application() {
        start(FIRST);
        start(UPGRADED);

        assertThat(versions()).containsExactly(FIRST, UPGRADED);
    }

    @Test
    void the_managers_version_survives_a_restart() {
        start(FIRST);
        managersPublish(MANAGERS);
        start(FIRST);

        assertThat(versions()).containsExactly(FIRST, MANAGERS);
    }

    @Test
    void the_managers_version_survives_an_upgrade_which_waits_as_a_proposal() {
        start(FIRST);
        managersPublish(MANAGERS);
        start(UPGRADED);
        start(UPGRADED);

        assertThat(versions()).containsExactly(FIRST, MANAGERS);
        assertThat(proposals()).isEqualTo(1);
    }

    @Test
    void what_the_managers_took_over_from_the_application_counts_as_theirs() {
        start(FIRST);
        managersPublish(FIRST + " and accepted");
        managersPublish(FIRST);
        start(UPGRADED);

        assertThat(versions()).containsExactly(FIRST, FIRST + " and accepted", FIRST);
    }

    @Test
    void two_nodes_that_start_together_deploy_once() throws Exception {
        var together = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            var starting = List.of(nodes.submit(() -> start(together)), nodes.submit(() -> start(together)));
            for (var node : starting) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(versions()).containsExactly(FIRST);
    }

    @Test
    void an_upgrade_that_the_gate_refuses_leaves_the_version_in_force_and_is_no_proposal() {
        start(FIRST);
        start("");

        assertThat(versions()).containsExactly(FIRST);
        assertThat(proposals()).isZero();
    }

    private boolean start(CyclicBarrier together) throws Exception {
        together.await();
        start(FIRST);
        return true;
    }

    private void start(String name) {
        baseline.consider(List.of(new ModelUnit(KEY, new TreeMap<>(model(name).files()))));
    }

    private void managersPublish(String name) {
        var deployment =
                engine.getRepositoryService().createDeployment().name(KEY).source("model-change");
        model(name).files().forEach((path, file) -> deployment.addInputStream(path, new ByteArrayInputStream(file)));
        deployment.deploy();
    }

    private List<String> versions() {
        return engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getName)
                .toList();
    }

    private int proposals() {
        return jdbc.sql("select count(*) from model_baseline where unit_key = :key and deployment_id is null")
                .param("key", KEY)
                .query(Integer.class)
                .single();
    }

    private static PassableModel model(String name) {
        return PassableModel.of(KEY, """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://familypathways.org/bpmn">
                  <bpmn:process id="baseline-case" name="%s" isExecutable="true" camunda:historyTimeToLive="P36500D">
                    <bpmn:documentation>For trying a restart and an upgrade.</bpmn:documentation>
                    <bpmn:startEvent id="startEvent_begun" name="Begun" />
                    <bpmn:sequenceFlow id="flow_begun" sourceRef="startEvent_begun" targetRef="endEvent_done" />
                    <bpmn:endEvent id="endEvent_done" name="Done" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(name));
    }
}
