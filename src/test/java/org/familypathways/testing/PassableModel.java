package org.familypathways.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;

/** A model that a test writes, with the picture and the empty forms without which the gate lets none pass. */
public final class PassableModel {

    private static final Pattern NODE = Pattern.compile(
            "id=\"((?:startEvent|endEvent|event|userTask|serviceTask|gateway|subProcess|callActivity)_\\w+)\"");
    private static final Pattern FLOW = Pattern.compile("id=\"(flow_\\w+)\"");
    private static final String NAMESPACES = "xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
            + " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\"";

    private final String key;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private PassableModel(String key) {
        this.key = key;
    }

    /** @param model ends with {@code </bpmn:definitions>} and has no picture */
    public static PassableModel of(String key, String model) {
        var passable = new PassableModel(key);
        passable.files.put(
                "bpmn/" + key + ".bpmn",
                model.replace("</bpmn:definitions>", picture(key, model) + "</bpmn:definitions>")
                        .getBytes(StandardCharsets.UTF_8));
        return passable;
    }

    public PassableModel withForms(String... names) {
        for (String name : names) {
            withForm(name, "");
        }
        return this;
    }

    /** @param components the questions in form-js JSON, separated by commas */
    public PassableModel withForm(String name, String components) {
        String form =
                "{\"id\": \"%s.%s\", \"type\": \"default\", \"components\": [%s]}".formatted(key, name, components);
        files.put("forms/%s/%s.form".formatted(key, name), form.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The files of the deployment, by path. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** Deploys it, or finds it deployed already. */
    public Deployment deploy(ProcessEngine engine) {
        var deployment =
                engine.getRepositoryService().createDeployment().name(key).enableDuplicateFiltering(true);
        files.forEach((path, content) -> deployment.addInputStream(path, new java.io.ByteArrayInputStream(content)));
        return deployment.deploy();
    }

    private static String picture(String key, String model) {
        var picture = new StringBuilder("<bpmndi:BPMNDiagram %s id=\"diagram\">".formatted(NAMESPACES)
                + "<bpmndi:BPMNPlane id=\"plane\" bpmnElement=\"%s\">".formatted(key));
        NODE.matcher(model)
                .results()
                .forEach(node -> picture.append(
                        "<bpmndi:BPMNShape id=\"shape_%1$s\" bpmnElement=\"%1$s\"><dc:Bounds x=\"0\" y=\"0\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>"
                                .formatted(node.group(1))));
        FLOW.matcher(model)
                .results()
                .forEach(flow -> picture.append(
                        "<bpmndi:BPMNEdge id=\"edge_%1$s\" bpmnElement=\"%1$s\"><di:waypoint x=\"0\" y=\"0\"/><di:waypoint x=\"9\" y=\"9\"/></bpmndi:BPMNEdge>"
                                .formatted(flow.group(1))));
        return picture.append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>").toString();
    }
}
