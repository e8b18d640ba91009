package org.familypathways.access;

import java.util.Optional;
import java.util.Set;

/** The open tasks about families, as the engine knows them; what somebody has by acting for others is not theirs here. */
public interface FamilyTasks {

    /** The families about which the worker holds a task or is offered one. */
    Set<String> familiesOf(String accountId);

    /** Whether the worker holds a task about the family or is offered one. */
    boolean hasTask(String accountId, String familyId);

    /** The family that a task is about, also when the task is done. */
    Optional<String> familyOf(String taskId);
}
