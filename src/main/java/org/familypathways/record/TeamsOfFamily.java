package org.familypathways.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.access.FamilyTeams;
import org.familypathways.access.Team;
import org.familypathways.access.Teams;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which teams serve a family. They follow its area; whoever answers for the case can say that it has moved, or that
 * another team of the same kind works with it. Open tasks follow, and the record says why.
 */
@Service
public class TeamsOfFamily {

    private final CaseManagers managers;
    private final Families families;
    private final FamilyTeams familyTeams;
    private final Teams teams;
    private final RecordNotes notes;

    TeamsOfFamily(CaseManagers managers, Families families, FamilyTeams familyTeams, Teams teams, RecordNotes notes) {
        this.managers = managers;
        this.families = families;
        this.familyTeams = familyTeams;
        this.teams = teams;
        this.notes = notes;
    }

    /** By kind. */
    public List<Team> of(String familyId) {
        managers.require(familyId);
        return familyTeams.teamsOf(familyId);
    }

    /** The other teams that could serve the family instead of one of the same kind. */
    public List<Team> others(String familyId) {
        var serving = of(familyId);
        return teams.all().stream().filter(team -> !serving.contains(team)).toList();
    }

    /**
     * The family lives in another area; every team of that area serves it from now on.
     *
     * @throws NotTheirCaseException when the signed-in worker does not answer for the case
     */
    @Transactional
    public void move(String familyId, String area, String reason) {
        managers.require(familyId);
        requireReason(reason);
        String before = families.find(familyId).orElseThrow().area();
        if (!teams.areas().contains(area)) {
            throw new RecordChangeRefused("Choose an area.");
        }
        if (before.equals(area)) {
            throw new RecordChangeRefused("The family lives in this area already.");
        }
        families.move(familyId, area);
        notes.write(familyId, null, "changeArea", changed("area", area, before, reason));
    }

    /** Another team serves the family instead of the one of its kind. */
    @Transactional
    public void choose(String familyId, String teamId, String reason) {
        managers.require(familyId);
        requireReason(reason);
        Team team = others(familyId).stream()
                .filter(other -> other.id().equals(teamId))
                .findFirst()
                .orElseThrow(() -> new RecordChangeRefused("Choose a team that does not serve the family yet."));
        String before =
                familyTeams.teamOf(familyId, team.kind()).map(Team::name).orElse("nobody");
        familyTeams.serve(familyId, team);
        notes.write(familyId, null, "changeTeam", changed("team", team.name(), before, reason));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RecordChangeRefused("Say why.");
        }
    }

    private static Map<String, Object> changed(String what, String now, String before, String reason) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put(what, "%s (before: %s)".formatted(now, before));
        answers.put("reason", reason);
        return answers;
    }
}
