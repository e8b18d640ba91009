package org.familypathways.tasklist.process;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/** What the engine asks about rights when somebody looks at a list: the same as ever, but fewer and shorter questions. */
public class TasklistRights extends AuthorizationManager {

    static final String FAMILY = "familyId";
    private static final String ANY = "*";
    private static final String CASE_TASKS = "case tasks";
    private static final String DEPUTY = "a deputy";

    /**
     * By itself the engine reads the whole table of rights with every command, to leave out the groups that have none.
     * A worker is in a handful of groups, and a group without rights matches nothing.
     */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
        return groupIds == null ? List.of() : groupIds;
    }

    /**
     * Tells rights on single tasks from those on many, so that the database begins with whichever are fewer: the tasks
     * of the worker, or the tasks of the list.
     */
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        if (!check.getShouldPerformAuthorizatioCheck() || check.isRevokeAuthorizationCheckEnabled()) {
            return;
        }
        List<String> broad = broadRights(check);
        if (broad.contains(ANY)) {
            check.setAuthorizationCheckEnabled(false);
        } else {
            List<String> pathways =
                    broad.stream().filter(right -> !right.contains(" ")).toList();
            query.setAuthCheck(
                    new BroadRightsCheck(check, pathways, broad.contains(CASE_TASKS), broad.contains(DEPUTY)));
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> broadRights(AuthorizationCheck check) {
        var parameter = new ListQueryParameterObject();
        parameter.setAuthCheck(check);
        return getDbEntityManager().selectList(TaskStatements.BROAD_RIGHTS, parameter);
    }

    /**
     * Lets a list show the family's reference beside each task that somebody may see. By itself the engine shows it only
     * to those who may see the whole case. All other variables stay as they are, and so do the doors to them.
     */
    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        super.configureVariableInstanceQuery(query);
        if (isColumn(query)) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    /** Lists ask by the tasks that they have found, and by the names of their columns. */
    private static boolean isColumn(VariableInstanceQueryImpl query) {
        return query.getVariableScopeIds() != null && Arrays.equals(query.getVariableNames(), new String[] {FAMILY});
    }
}
