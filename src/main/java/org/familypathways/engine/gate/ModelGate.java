package org.familypathways.engine.gate;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * Judges what is about to be deployed. The same judgement holds for the models in this repository, for a manager's
 * draft, and for every deployment that reaches the engine by whatever way; an older version that was accepted once is
 * never judged again.
 */
public final class ModelGate {

    private static final Pattern MODEL = Pattern.compile("bpmn/[a-z0-9-]+\\.bpmn");
    private static final Pattern DECISION = Pattern.compile("bpmn/[a-z0-9-]+\\.dmn");
    private static final Pattern FORM = Pattern.compile("forms/[a-z0-9-]+/[a-z0-9-]+\\.form");

    private final Supplier<ModelWords> words;

    /** @param words asked for each judgement, since managers may add a timescale at any time */
    public ModelGate(Supplier<ModelWords> words) {
        this.words = words;
    }

    /**
     * @param resources the files of one deployment, by path
     * @return what is wrong, empty when the deployment may pass
     */
    public List<Finding> judge(Map<String, byte[]> resources) {
        var findings = new ArrayList<Finding>();
        Set<String> forms = resources.keySet().stream()
                .filter(path -> FORM.matcher(path).matches())
                .map(path -> path.substring("forms/".length(), path.length() - ".form".length())
                        .replace('/', '.'))
                .collect(Collectors.toSet());
        resources.forEach((path, content) -> findings.addAll(judgeFile(path, content, forms)));
        return findings;
    }

    private List<Finding> judgeFile(String path, byte[] content, Set<String> forms) {
        if (MODEL.matcher(path).matches()) {
            return judgeModel(path, content, forms);
        }
        if (DECISION.matcher(path).matches()) {
            return judgeDecision(path, content);
        }
        if (FORM.matcher(path).matches()) {
            return FormConventions.check(path, content);
        }
        return List.of(new Finding(path, "Files of this kind are not deployed."));
    }

    private static List<Finding> judgeDecision(String path, byte[] content) {
        try {
            return DecisionConventions.check(path, content);
        } catch (ModelRefused e) {
            return e.findings();
        }
    }

    private List<Finding> judgeModel(String path, byte[] content, Set<String> forms) {
        BpmnModelInstance model;
        var findings = new ArrayList<Finding>();
        try {
            findings.addAll(AllowedContent.check(content));
            model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (ModelRefused e) {
            return e.findings();
        } catch (RuntimeException e) {
            findings.add(new Finding(path, "The file is not a model that can be read."));
            return findings;
        }
        if (model.getModelElementsByType(Process.class).size() != 1) {
            return List.of(new Finding(path, "A file holds one pathway."));
        }
        String key = path.substring(path.lastIndexOf('/') + 1, path.length() - ".bpmn".length());
        var review = new ModelUnderReview(key, model, forms, words.get());
        findings.addAll(NamingConventions.check(review));
        findings.addAll(WorkConventions.check(review));
        findings.addAll(DutyConventions.check(review));
        findings.addAll(RoutingConventions.check(review));
        findings.addAll(DiagramConventions.check(review));
        return findings;
    }
}
