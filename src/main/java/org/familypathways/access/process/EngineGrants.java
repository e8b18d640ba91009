package org.familypathways.access.process;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Team;
import org.familypathways.access.TeamAdded;
import org.familypathways.access.Teams;
import org.familypathways.engine.AsTheSystem;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rights in the engine that do not hang on a task. Everybody may open Tasklist, see what the pathways look like and
 * find colleagues; the front door and social workers may begin a referral, and case teams may refer a family for a
 * conference; administrators see what runs and may have a failed job tried again. All else comes with the offer of a
 * task.
 */
@Component
class EngineGrants {

    private static final String ANY = "*";

    /** Who may begin a pathway by its start form. */
    private static final Map<String, List<PracticeRole>> BEGINNERS = Map.of(
            "referral",
            List.of(
                    PracticeRole.FRONT_DOOR_OFFICER,
                    PracticeRole.FRONT_DOOR_MANAGER,
                    PracticeRole.EDT,
                    PracticeRole.SOCIAL_WORKER),
            "family-group-conference-offer",
            List.of(PracticeRole.SOCIAL_WORKER, PracticeRole.TEAM_MANAGER, PracticeRole.ASSISTANT_TEAM_MANAGER));

    private static final long LOCK = 7_240_082;

    private final AuthorizationService authorizations;
    private final Teams teams;
    private final JdbcClient jdbc;
    private final AsTheSystem system;

    EngineGrants(AuthorizationService authorizations, Teams teams, JdbcClient jdbc, AsTheSystem system) {
        this.authorizations = authorizations;
        this.teams = teams;
        this.jdbc = jdbc;
        this.system = system;
    }

    /** Before anything else happens after the start, because until then nobody can open Tasklist. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void grant() {
        // two nodes that start together look one after the other
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((rows, row) -> row)
                .list();
        everybody();
        beginners(teams.all());
        administrators();
    }

    /** A new team's groups, at once. */
    @EventListener
    void grant(TeamAdded added) {
        system.run(() -> {
            beginners(List.of(added.team()));
            return added;
        });
    }

    private void everybody() {
        grant(WorkerGroups.EVERYBODY, Resources.APPLICATION, "tasklist", ACCESS);
        grant(WorkerGroups.EVERYBODY, Resources.PROCESS_DEFINITION, ANY, READ);
        grant(WorkerGroups.EVERYBODY, Resources.USER, ANY, READ);
        grant(WorkerGroups.EVERYBODY, Resources.GROUP, ANY, READ);
        grant(WorkerGroups.EVERYBODY, Resources.FILTER, ANY, READ);
    }

    private void beginners(List<Team> of) {
        BEGINNERS.forEach((pathwayKey, roles) -> roles.forEach(role -> of.stream()
                .filter(team -> team.kind() == role.teamKind())
                .map(team -> role.groupIn(team.id()))
                .forEach(group -> {
                    grant(group, Resources.PROCESS_DEFINITION, pathwayKey, CREATE_INSTANCE);
                    grant(group, Resources.PROCESS_INSTANCE, ANY, CREATE);
                })));
    }

    private void administrators() {
        String group = WorkerGroups.ADMINISTRATORS;
        grant(group, Resources.APPLICATION, ANY, ACCESS);
        grant(group, Resources.PROCESS_DEFINITION, ANY, READ, READ_INSTANCE, READ_HISTORY, RETRY_JOB);
        grant(group, Resources.DECISION_DEFINITION, ANY, READ, READ_HISTORY);
        grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
        grant(group, Resources.DEPLOYMENT, ANY, READ);
        grant(group, Resources.AUTHORIZATION, ANY, READ);
        grant(group, Resources.SYSTEM, ANY, SystemPermissions.READ);
        grant(group, Resources.FILTER, ANY, ALL);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization known = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization grant =
                known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
