package org.familypathways.engine.gate;

import java.util.List;
import java.util.stream.Collectors;

/** A deployment that the gate did not let through; nothing of it was deployed. */
public final class ModelRefused extends RuntimeException {

    private final transient List<Finding> findings;

    public ModelRefused(List<Finding> findings) {
        super(findings.stream()
                .map(Finding::toString)
                .collect(Collectors.joining("\n", "The model was refused:\n", "")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
