package org.familypathways.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.familypathways.access.Administrators;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.RoleHolding;
import org.familypathways.access.Team;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.people.PeopleFile.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings workers with their roles in from a table: first a look at what would change, then all of it or nothing. A worker
 * who is not in the table stays as they are; for one who is, the table holds all of their roles.
 */
@Service
public class PeopleImport {

    private static final String ACCOUNT = "[a-z0-9]+([._-][a-z0-9]+)*";
    private static final int LONGEST = 200;
    private static final Set<String> STATES = Set.of(PeopleFile.WORKS_HERE, PeopleFile.LEAVING, PeopleFile.LEFT);

    private final Workers workers;
    private final Administrators administrators;
    private final Teams teams;
    private final Handover handover;

    PeopleImport(Workers workers, Administrators administrators, Teams teams, Handover handover) {
        this.workers = workers;
        this.administrators = administrators;
        this.teams = teams;
        this.handover = handover;
    }

    /**
     * What the table would do.
     *
     * @param changes in words, one for each change
     * @param faults a sentence for everything that is wrong; nothing can be imported while there is one
     */
    public record Plan(List<String> changes, List<String> faults) {

        /** Two plans that would do the same have the same mark. */
        public String mark() {
            return Integer.toHexString(changes.hashCode());
        }

        public boolean canBeImported() {
            return faults.isEmpty() && !changes.isEmpty();
        }
    }

    /** What a line asks for. */
    private record Wanted(
            Worker worker, boolean leaving, Set<RoleHolding> roles, Optional<Worker> known, Set<RoleHolding> held) {

        boolean joins() {
            return worker.active() && (known.isEmpty() || !known.get().equals(worker));
        }

        boolean leaves() {
            return !worker.active() && known.map(Worker::active).orElse(false);
        }

        Set<RoleHolding> given() {
            return without(roles, held);
        }

        Set<RoleHolding> taken() {
            return worker.active() ? without(held, roles) : Set.of();
        }

        private static Set<RoleHolding> without(Set<RoleHolding> some, Set<RoleHolding> others) {
            return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
        }
    }

    public Plan plan(String text) {
        var faults = new ArrayList<String>();
        var changes = new ArrayList<String>();
        wanted(text, faults).forEach(wanted -> describe(wanted, changes));
        return new Plan(changes, faults);
    }

    /**
     * Does all of it, when it is what was looked at.
     *
     * @param mark of the plan that was looked at
     * @return the plan as it is now; it was carried out when it can be imported and has the same mark
     */
    @Transactional
    public Plan carryOut(String text, String mark) {
        Plan plan = plan(text);
        if (!plan.canBeImported() || !plan.mark().equals(mark)) {
            return plan;
        }
        var all = wanted(text, new ArrayList<>());
        // roles are given before any is taken, so that one administrator can follow another
        all.forEach(wanted -> {
            String account = wanted.worker().accountId();
            if (wanted.joins()) {
                workers.join(wanted.worker());
            }
            wanted.given()
                    .forEach(holding -> workers.give(
                            account,
                            holding.role(),
                            teams.find(holding.teamId()).orElseThrow()));
        });
        all.forEach(wanted -> {
            String account = wanted.worker().accountId();
            wanted.taken().forEach(holding -> workers.take(account, holding.role(), holding.teamId()));
            if (wanted.worker().active()) {
                workers.markLeaving(account, wanted.leaving());
            } else if (wanted.leaves()) {
                handover.confirmLeft(account);
            }
        });
        return plan;
    }

    private List<Wanted> wanted(String text, List<String> faults) {
        var wanted = new ArrayList<Wanted>();
        try {
            var seen = new HashSet<String>();
            for (Line line : PeopleFile.read(text)) {
                int before = faults.size();
                check(line, seen, faults);
                if (faults.size() == before) {
                    wanted.add(wanted(line));
                }
            }
        } catch (PeopleFile.NotReadable notReadable) {
            faults.add(String.valueOf(notReadable.getMessage()));
        }
        if (faults.isEmpty() && wanted.isEmpty()) {
            faults.add("There is nobody in this table.");
        }
        checkAdministrators(wanted, faults);
        return wanted;
    }

    private void check(Line line, Set<String> seen, List<String> faults) {
        if (line.account().length() > LONGEST || !line.account().matches(ACCOUNT)) {
            fault(
                    faults,
                    line,
                    "“%s” is no account: use small letters, digits, dots and hyphens.".formatted(line.account()));
            return;
        }
        if (!seen.add(line.account())) {
            fault(faults, line, "%s stands in this table more than once.".formatted(line.account()));
        }
        if (line.name().isEmpty() || line.name().length() > LONGEST) {
            fault(faults, line, "%s needs a name of no more than 200 characters.".formatted(line.account()));
        }
        if (!line.email().isEmpty() && !isEmail(line.email())) {
            fault(faults, line, "“%s” is no e-mail address.".formatted(line.email()));
        }
        if (!line.status().isEmpty() && !STATES.contains(line.status())) {
            fault(
                    faults,
                    line,
                    "The status must be “works here”, “leaving” or “left”, not “%s”.".formatted(line.status()));
        }
        line.roles().forEach(role -> whyNoRole(role).ifPresent(sentence -> fault(faults, line, sentence)));
        if (line.status().equals(PeopleFile.LEFT)) {
            checkLeaver(line, faults);
        }
    }

    private void checkLeaver(Line line, List<String> faults) {
        if (!line.roles().isEmpty()) {
            fault(faults, line, "Somebody who has left holds no role.");
        }
        Optional<Worker> known = workers.find(line.account());
        if (known.isEmpty()) {
            fault(faults, line, "%s is not known, so cannot have left.".formatted(line.account()));
        } else if (known.get().active()) {
            String why = handover.whyNotYet(line.account());
            if (why != null) {
                fault(faults, line, "%s cannot have left yet. %s".formatted(line.account(), why));
            }
        }
    }

    /** Enough to send a message to; whether it arrives shows when one is sent. */
    public static boolean isEmail(String text) {
        return text.length() <= LONGEST && text.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");
    }

    private Optional<String> whyNoRole(String written) {
        String[] parts = written.split("\\s*@\\s*");
        if (parts.length != 2) {
            return Optional.of(
                    "“%s” is no role in a team: write it like social-worker@case-team-north.".formatted(written));
        }
        PracticeRole role = PracticeRole.of(parts[0]).orElse(null);
        Team team = teams.find(parts[1]).orElse(null);
        if (role == null) {
            return Optional.of("There is no role “%s”.".formatted(parts[0]));
        }
        if (team == null) {
            return Optional.of("There is no team “%s”.".formatted(parts[1]));
        }
        return role.teamKind() == team.kind()
                ? Optional.empty()
                : Optional.of("The role “%s” cannot be held in the team “%s”.".formatted(role.title(), team.name()));
    }

    private Wanted wanted(Line line) {
        boolean active = !line.status().equals(PeopleFile.LEFT);
        var worker = new Worker(line.account(), line.name(), emptyToNull(line.email()), active);
        var roles = line.roles().stream()
                .map(role -> role.split("\\s*@\\s*"))
                .map(parts -> new RoleHolding(PracticeRole.of(parts[0]).orElseThrow(), parts[1]))
                .collect(Collectors.toSet());
        return new Wanted(
                worker,
                line.status().equals(PeopleFile.LEAVING),
                roles,
                workers.find(line.account()),
                Set.copyOf(workers.holdings(line.account())));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void checkAdministrators(List<Wanted> wanted, List<String> faults) {
        var left = new HashSet<>(administrators.whoCanSignIn());
        wanted.forEach(each -> {
            String account = each.worker().accountId();
            left.remove(account);
            if (each.roles().stream().anyMatch(holding -> holding.role() == PracticeRole.ADMINISTRATOR)
                    && administrators.couldSignIn(account)) {
                left.add(account);
            }
        });
        if (left.isEmpty()) {
            faults.add("No administrator who can sign in would be left. Give the role to somebody who has chosen a"
                    + " password, and leave it to them in this table.");
        }
    }

    private void describe(Wanted wanted, List<String> changes) {
        Worker worker = wanted.worker();
        String name = worker.name();
        Worker known = wanted.known().orElse(null);
        if (known == null) {
            changes.add("%s (%s) is added.".formatted(name, worker.accountId()));
        } else if (worker.active()) {
            if (!known.active()) {
                changes.add("%s (%s) is taken back.".formatted(name, worker.accountId()));
            }
            changed(changes, worker, "name", known.name(), name);
            changed(changes, worker, "e-mail", known.email(), worker.email());
        }
        if (wanted.leaves()) {
            changes.add("%s (%s) has left.".formatted(name, worker.accountId()));
        }
        if (worker.active() && wanted.leaving() != workers.leaving().contains(worker.accountId())) {
            changes.add("%s (%s) %s.".formatted(name, worker.accountId(), wanted.leaving() ? "is leaving" : "stays"));
        }
        roles(changes, worker, wanted.given(), "is given the role");
        roles(changes, worker, wanted.taken(), "loses the role");
    }

    private static void changed(
            List<String> changes, Worker worker, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add("%s: the %s is %s (before: %s)."
                    .formatted(
                            worker.accountId(),
                            what,
                            after == null ? "none" : after,
                            before == null ? "none" : before));
        }
    }

    private void roles(List<String> changes, Worker worker, Set<RoleHolding> roles, String verb) {
        roles.stream()
                .map(holding -> "%s (%s) %s %s in %s."
                        .formatted(
                                worker.name(),
                                worker.accountId(),
                                verb,
                                holding.role().title(),
                                teams.find(holding.teamId()).map(Team::name).orElse(holding.teamId())))
                .sorted()
                .forEach(changes::add);
    }

    private static void fault(List<String> faults, Line line, String sentence) {
        faults.add("Line %d: %s".formatted(line.number(), sentence));
    }
}
