package org.familypathways.record;

import java.util.LinkedHashMap;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.record.FamilyPlan.Status;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workers say what became of the actions of a family's plan. */
@Service
public class PlanProgress {

    private final FamilyAccess access;
    private final FamilyPlans plans;
    private final RecordNotes notes;

    PlanProgress(FamilyAccess access, FamilyPlans plans, RecordNotes notes) {
        this.access = access;
        this.plans = plans;
        this.notes = notes;
    }

    /** @throws FamilyNotFoundException also when no plan of the family has such an action */
    public PlannedAction action(String familyId, long actionId) {
        access.requireVisible(familyId);
        return plans.findAction(familyId, actionId).orElseThrow(FamilyNotFoundException::new);
    }

    /**
     * Where the action stands now. What was said before stays in the entries of the record.
     *
     * @throws RecordChangeRefused when the plan is closed, or when there is nothing to tell what was done
     */
    @Transactional
    public void note(String familyId, long actionId, Status status, String note) {
        PlannedAction planned = action(familyId, actionId);
        if (planned.plan().closedOn() != null) {
            throw new RecordChangeRefused("This plan is closed, so its actions stay as they are.");
        }
        if (status != Status.OPEN && status != Status.DONE && note.isBlank()) {
            throw new RecordChangeRefused("Say what was done, or why the action is no longer needed.");
        }
        var action = planned.action();
        if (action.status() == status && note.equals(String.valueOf(action.statusNote()))) {
            return;
        }
        plans.updateAction(actionId, status, note.isBlank() ? null : note);
        var answers = new LinkedHashMap<String, Object>();
        answers.put("action", action.action());
        answers.put("whereItStands", status.id().replace('-', ' '));
        if (!note.isBlank()) {
            answers.put("note", note);
        }
        notes.write(familyId, action.ownerPerson(), "planAction", answers);
    }
}
