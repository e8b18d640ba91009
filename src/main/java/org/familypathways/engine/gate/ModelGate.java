package org.familypathways.engine.gate;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.familypathways.engine.FormDefinition;

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
        var forms = new HashMap<String, FormDefinition>();
        resources.forEach((path, content) -> {
            if (FORM.matcher(path).matches()) {
                forms.put(FormConventions.idOf(path), readable(content));
            }
        });
        resources.forEach((path, content) -> findings.addAll(judgeFile(path, content, forms)));
        return findings;
    }

    /** What is wrong with a form is found when the form itself is judged. */
    private static FormDefinition readable(byte[] form) {
        try {
            return FormDefinition.parse(form, 0);
        } catch (RuntimeException e) {
            return new FormDefinition("", 0, List.of());
        }
    }

    private List<Finding> judgeFile(String path, byte[] content, Map<String, FormDefinition> forms) {
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

    private List<Finding> judgeModel(String path, byte[] content, Map<String, FormDefinition> forms) {
        var known = words.get();
        BpmnModelInstance model;
        var findings = new ArrayList<Finding>();
        try {
            findings.addAll(AllowedContent.check(content, known.questions()));
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
        var review = new ModelUnderReview(key, model, forms, known);
        findings.addAll(NamingConventions.check(review));
        findings.addAll(WorkConventions.check(review));
        findings.addAll(DutyConventions.check(review));
        findings.addAll(RoutingConventions.check(review));
        findings.addAll(DiagramConventions.check(review));
        return findings;
    }
}
