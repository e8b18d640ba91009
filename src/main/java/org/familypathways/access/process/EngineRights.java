package org.familypathways.access.process;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks rights with all the groups that a worker has. By itself the engine first reads every group that has any right
 * at all, to leave out those without one; here every open task gives rights, so that would be its dearest statement.
 */
final class EngineRights extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groupIds) {
        return groupIds == null ? List.of() : groupIds;
    }

    static SessionFactory sessions() {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new EngineRights();
            }
        };
    }
}
