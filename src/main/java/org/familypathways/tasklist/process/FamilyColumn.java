package org.familypathways.tasklist.process;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Lets a list show the family's reference beside each task that somebody may see. By itself the engine shows it only to
 * those who may see the whole case. All other variables stay as they are, and so do the doors to them.
 */
public class FamilyColumn extends AuthorizationManager {

    static final String FAMILY = "familyId";

    /**
     * By itself the engine first reads every group that has any right at all, to ask without the others. Here each open
     * task gives rights to groups, so that would be its dearest statement, and with nearly every request.
     */
    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groupIds) {
        return groupIds == null ? List.of() : groupIds;
    }

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
