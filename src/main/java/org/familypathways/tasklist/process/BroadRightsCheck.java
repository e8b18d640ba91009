package org.familypathways.tasklist.process;

import java.util.List;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;

/** The engine's check of rights, which also knows what somebody may see beyond single tasks. Read by the statement. */
public class BroadRightsCheck extends AuthorizationCheck {

    private static final long serialVersionUID = 1;

    private final transient List<String> pathways;
    private final boolean withCaseTasks;
    private final boolean deputy;

    /**
     * @param pathways of which every task may be seen
     * @param deputy whether they act for somebody, or are to act
     */
    BroadRightsCheck(AuthorizationCheck check, List<String> pathways, boolean withCaseTasks, boolean deputy) {
        super(
                check.getAuthUserId(),
                check.getAuthGroupIds(),
                check.getPermissionChecks(),
                check.isRevokeAuthorizationCheckEnabled());
        setAuthorizationCheckEnabled(check.isAuthorizationCheckEnabled());
        setUseLeftJoin(check.isUseLeftJoin());
        this.pathways = pathways;
        this.withCaseTasks = withCaseTasks;
        this.deputy = deputy;
    }

    public List<String> getPathways() {
        return pathways;
    }

    public boolean isWithCaseTasks() {
        return withCaseTasks;
    }

    boolean isDeputy() {
        return deputy;
    }
}
