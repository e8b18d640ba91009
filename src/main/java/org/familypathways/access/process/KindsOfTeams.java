package org.familypathways.access.process;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.familypathways.access.TeamKind;
import org.familypathways.engine.gate.ServingTeams;
import org.springframework.stereotype.Component;

/** Models name the kinds of teams by their ids. */
@Component
class KindsOfTeams implements ServingTeams {

    @Override
    public Set<String> kinds() {
        return Stream.of(TeamKind.values()).map(TeamKind::id).collect(Collectors.toUnmodifiableSet());
    }
}
