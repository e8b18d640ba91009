package org.familypathways.record;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.familypathways.access.NamedPeopleChanged;
import org.familypathways.access.Workers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record says who could see a restricted family from when to when. Why that was so stays with those who manage the
 * family, since everybody who works with it reads the record when it is open again.
 */
@Component
class RestrictionNotes {

    private final Workers workers;
    private final RecordNotes notes;

    RestrictionNotes(Workers workers, RecordNotes notes) {
        this.workers = workers;
        this.notes = notes;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(NamedPeopleChanged changed) {
        var before = changed.before();
        var after = changed.after();
        if (before.isEmpty()) {
            write(changed, "familyRestricted", "whoMaySeeIt", after);
        } else if (after.isEmpty()) {
            write(changed, "restrictionLifted", "whoCouldSeeIt", before);
        } else {
            write(changed, "namedPeopleChanged", "whoMaySeeIt", after);
        }
    }

    private void write(NamedPeopleChanged changed, String what, String who, Set<String> people) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put(who, names(people));
        if (what.equals("namedPeopleChanged")) {
            answers.put("namedNow", names(without(changed.after(), changed.before())));
            answers.put("notNamedAnyMore", names(without(changed.before(), changed.after())));
        }
        notes.write(changed.familyId(), null, what, answers);
    }

    private static Set<String> without(Set<String> people, Set<String> others) {
        var rest = new HashSet<>(people);
        rest.removeAll(others);
        return rest;
    }

    private List<String> names(Collection<String> accounts) {
        return workers.names(accounts).values().stream().sorted().toList();
    }
}
