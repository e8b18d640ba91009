package org.familypathways.access.process;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.familypathways.access.PracticeRole;
import org.familypathways.engine.gate.CandidateGroups;
import org.springframework.stereotype.Component;

/** Models offer tasks to the roles of practice, by their ids. */
@Component
class OfferableRoles implements CandidateGroups {

    @Override
    public Set<String> ids() {
        return Stream.of(PracticeRole.values()).map(PracticeRole::id).collect(Collectors.toUnmodifiableSet());
    }
}
