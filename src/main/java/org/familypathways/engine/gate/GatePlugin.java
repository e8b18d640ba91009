package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.stereotype.Component;

/** Puts the gate in front of everything that the engine does with a deployment. */
@Component
class GatePlugin extends AbstractProcessEnginePlugin {

    private final ModelGate gate;

    GatePlugin(ModelGate gate) {
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var others = configuration.getCustomPreDeployers();
        var all = new ArrayList<Deployer>(List.of(new GateDeployer(gate)));
        if (others != null) {
            all.addAll(others);
        }
        configuration.setCustomPreDeployers(all);
    }
}
