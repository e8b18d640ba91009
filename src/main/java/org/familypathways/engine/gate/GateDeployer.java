package org.familypathways.engine.gate;

import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * The gate inside the engine: no deployment becomes part of it, by whatever way it came, unless the gate lets it pass.
 * A version that was accepted once is loaded again without being judged.
 */
final class GateDeployer implements Deployer {

    private final ModelGate gate;

    GateDeployer(ModelGate gate) {
        this.gate = gate;
    }

    /** @throws ModelRefused with every finding; the transaction takes the deployment back */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var files = new TreeMap<String, byte[]>();
        deployment.getResources().forEach((path, file) -> files.put(path, file.getBytes()));
        var findings = gate.judge(files);
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }
}
