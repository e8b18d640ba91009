package org.familypathways.access.process;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Takes the bare roles off every user task, so that the engine never offers a task to them, and puts our offer and our
 * check of duties in their place.
 */
final class TaskOfferParser extends AbstractBpmnParseListener {

    private final TaskOffers offers;
    private final TaskDuties duties;

    TaskOfferParser(TaskOffers offers, TaskDuties duties) {
        this.offers = offers;
        this.duties = duties;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.getCandidateGroupIdExpressions().clear();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, offers::offer);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, duties::allocate);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, duties::checkAssignment);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, duties::checkCompletion);
    }
}
