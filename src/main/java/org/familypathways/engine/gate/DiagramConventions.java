package org.familypathways.engine.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Whatever runs can be seen: every element stands in the picture. */
final class DiagramConventions {

    private DiagramConventions() {}

    static List<Finding> check(ModelUnderReview review) {
        var drawn = new HashSet<BaseElement>();
        review.all(BpmnShape.class).forEach(shape -> drawn.add(shape.getBpmnElement()));
        review.all(BpmnEdge.class).forEach(edge -> drawn.add(edge.getBpmnElement()));
        var findings = new ArrayList<Finding>();
        for (FlowElement element : review.all(FlowElement.class)) {
            boolean visible = element instanceof FlowNode || element instanceof SequenceFlow;
            if (visible && !drawn.contains(element)) {
                findings.add(new Finding(element.getId(), "It is missing from the picture."));
            }
        }
        return findings;
    }
}
