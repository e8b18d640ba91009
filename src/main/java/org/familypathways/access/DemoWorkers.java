package org.familypathways.access;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A department in small, for trying the application: two areas, their teams, and a person for each kind of work. */
@Component
@Conditional(DemoMode.class)
@DependsOnDatabaseInitialization
class DemoWorkers implements SmartInitializingSingleton {

    static final String PASSWORD = "Every-family-counts-26";

    private static final List<Team> TEAMS = Stream.concat(
                    Stream.of("north", "south")
                            .flatMap(area -> Stream.of(
                                    team(TeamKind.CASE_TEAM, "Case team", area),
                                    team(TeamKind.FGC_AREA, "Family Group Conferences", area))),
                    Stream.of(
                            team(TeamKind.FRONT_DOOR, "Front door", null),
                            team(TeamKind.CONFERENCE_SERVICE, "Conference service", null),
                            team(TeamKind.ADVOCACY_SERVICE, "Advocacy service", null),
                            team(TeamKind.SENIOR_MANAGEMENT, "Senior management", null),
                            team(TeamKind.SYSTEM, "System administration", null)))
            .toList();

    static final List<DemoWorker> WORKERS = List.of(
            worker("sam.lee", PracticeRole.FRONT_DOOR_OFFICER, "front-door"),
            worker("grace.obi", PracticeRole.FRONT_DOOR_MANAGER, "front-door"),
            worker("amina.khan", PracticeRole.SOCIAL_WORKER, "case-team-north"),
            worker("tom.reid", PracticeRole.TEAM_MANAGER, "case-team-north"),
            worker("nina.shaw", PracticeRole.SOCIAL_WORKER, "case-team-south"),
            worker("joe.marsh", PracticeRole.TEAM_MANAGER, "case-team-south"),
            worker("helen.ward", PracticeRole.CP_CHAIR, "conference-service"),
            worker("raj.patel", PracticeRole.CP_ADMIN, "conference-service"),
            worker("maria.silva", PracticeRole.FGC_MANAGER, "fgc-area-north", "fgc-area-south"),
            worker("ben.cole", PracticeRole.FGC_COORDINATOR, "fgc-area-north", "fgc-area-south"),
            worker("zoe.hart", PracticeRole.FGC_ADMIN, "fgc-area-north", "fgc-area-south"),
            worker("dan.fox", PracticeRole.ADVOCATE, "advocacy-service"),
            worker("ruth.king", PracticeRole.SERVICE_MANAGER, "senior-management"),
            worker("alex.admin", PracticeRole.ADMINISTRATOR, "system"));

    private final Workers workers;
    private final Teams teams;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    DemoWorkers(Workers workers, Teams teams, Passwords passwords, TransactionTemplate transaction) {
        this.workers = workers;
        this.teams = teams;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            TEAMS.forEach(teams::add);
            WORKERS.stream()
                    .filter(worker -> workers.find(worker.accountId()).isEmpty())
                    .forEach(this::join);
        });
    }

    private void join(DemoWorker demo) {
        workers.join(new Worker(demo.accountId(), demo.name(), demo.accountId() + "@example.org", true));
        passwords.set(demo.accountId(), PASSWORD);
        demo.teamIds()
                .forEach(teamId -> workers.give(
                        demo.accountId(), demo.role(), teams.find(teamId).orElseThrow()));
    }

    private static Team team(TeamKind kind, String name, @Nullable String area) {
        return area == null
                ? new Team(kind.id(), name, kind, null)
                : new Team(kind.id() + "-" + area, name + " " + capital(area), kind, area);
    }

    private static DemoWorker worker(String accountId, PracticeRole role, String... teamIds) {
        return new DemoWorker(accountId, role, List.of(teamIds));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    record DemoWorker(String accountId, PracticeRole role, List<String> teamIds) {

        String name() {
            return Stream.of(accountId.split("\\."))
                    .map(DemoWorkers::capital)
                    .reduce((first, last) -> first + " " + last)
                    .orElseThrow();
        }
    }
}
