package org.familypathways.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is there for a family now.
 *
 * @param teams every team that serves it
 * @param held the engine's groups of the roles that somebody in those teams holds who has no conflict with the family
 * @param named when it is restricted, the accounts of the people named
 * @param conflicted the accounts of those who must not have to do with it
 */
public record Serving(List<Team> teams, Set<String> held, Optional<Set<String>> named, Set<String> conflicted) {

    public Optional<Team> team(TeamKind kind) {
        return teams.stream().filter(team -> team.kind() == kind).findFirst();
    }
}
