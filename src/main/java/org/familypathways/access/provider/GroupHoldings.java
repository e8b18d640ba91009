package org.familypathways.access.provider;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.SignInSettings;
import org.familypathways.access.SignInSettings.Group;
import org.familypathways.access.Teams;
import org.familypathways.access.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The roles that workers hold because of their groups with the provider. At each sign-in they are given and taken as the
 * groups say now. A role that a person gave stays whatever the groups say.
 */
@Component
class GroupHoldings {

    private static final Logger log = LoggerFactory.getLogger(GroupHoldings.class);

    private final SignInSettings settings;
    private final Workers workers;
    private final Teams teams;
    private final JdbcClient jdbc;

    GroupHoldings(SignInSettings settings, Workers workers, Teams teams, JdbcClient jdbc) {
        this.settings = settings;
        this.workers = workers;
        this.teams = teams;
        this.jdbc = jdbc;
    }

    /** Whether one of the groups is mapped to a role here. */
    boolean nameRole(OidcUser proof) {
        return !named(proof).isEmpty();
    }

    /** Gives and takes roles as the groups say. Within a transaction. */
    void follow(String accountId, OidcUser proof) {
        if (settings.groups().isEmpty() || isCutShort(proof)) {
            return;
        }
        Set<RoleHolding> named = named(proof);
        var given = byGroup(accountId);
        var before = new HashSet<>(workers.holdings(accountId));
        named.stream().filter(holding -> !before.contains(holding)).forEach(holding -> give(accountId, holding));
        given.stream().filter(holding -> !named.contains(holding)).forEach(holding -> take(accountId, holding));
    }

    private void give(String accountId, RoleHolding holding) {
        workers.give(accountId, holding.role(), teams.find(holding.teamId()).orElseThrow());
        jdbc.sql("""
                        update role_holding set by_group = true
                        where account_id = :account and role = :role and team_id = :team and held_until is null
                        """)
                .param("account", accountId)
                .param("role", holding.role().id())
                .param("team", holding.teamId())
                .update();
    }

    private void take(String accountId, RoleHolding holding) {
        if (holding.role() == PracticeRole.ADMINISTRATOR && isLastAdministrator()) {
            log.warn(
                    "{} stays an administrator although no group says so any more, because there is no other",
                    accountId);
            return;
        }
        workers.take(accountId, holding.role(), holding.teamId());
    }

    /** Asked of two at the same moment, it answers one after the other. */
    private boolean isLastAdministrator() {
        jdbc.sql("select id from role_holding where role = :role and held_until is null order by id for update")
                .param("role", PracticeRole.ADMINISTRATOR.id())
                .query(Long.class)
                .list();
        return workers.inRole(PracticeRole.ADMINISTRATOR).size() <= 1;
    }

    private List<RoleHolding> byGroup(String accountId) {
        return jdbc.sql("""
                        select role, team_id from role_holding
                        where account_id = :account and held_until is null and by_group order by id
                        """)
                .param("account", accountId)
                .query((row, number) ->
                        new RoleHolding(PracticeRole.of(row.getString("role")).orElseThrow(), row.getString("team_id")))
                .list();
    }

    private Set<RoleHolding> named(OidcUser proof) {
        List<String> groups = Objects.requireNonNullElse(proof.getClaimAsStringList(settings.groupsClaim()), List.of());
        return settings.groups().stream()
                .filter(mapped -> groups.contains(mapped.group()))
                .flatMap(mapped -> holding(mapped).stream())
                .collect(Collectors.toSet());
    }

    private Optional<RoleHolding> holding(Group mapped) {
        var holding = PracticeRole.of(mapped.role())
                .flatMap(role -> teams.find(mapped.team())
                        .filter(team -> team.kind() == role.teamKind())
                        .map(team -> new RoleHolding(role, team.id())));
        if (holding.isEmpty()) {
            log.warn(
                    "A group is mapped to the role {} in the team {}, and there is no such role in such a team",
                    mapped.role(),
                    mapped.team());
        }
        return holding;
    }

    /** Entra ID leaves the groups out and says so when they are too many; that does not mean that there are none. */
    private boolean isCutShort(OidcUser proof) {
        boolean cut = proof.getClaim("_claim_names") instanceof Map<?, ?> elsewhere
                && elsewhere.containsKey(settings.groupsClaim());
        if (cut) {
            log.warn(
                    "The identity provider leaves groups out because they are too many; let it send assigned ones only");
        }
        return cut;
    }
}
