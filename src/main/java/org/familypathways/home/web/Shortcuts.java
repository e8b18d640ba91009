package org.familypathways.home.web;

import java.util.ArrayList;
import java.util.List;
import org.familypathways.access.Absences;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.intake.CensusImporters;
import org.familypathways.record.Drafts;
import org.springframework.stereotype.Component;

/** What the signed-in worker's roles let them do, beside their tasks. */
@Component
class Shortcuts {

    static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Permissions permissions;
    private final Drafts drafts;
    private final Absences absences;

    Shortcuts(Permissions permissions, Drafts drafts, Absences absences) {
        this.permissions = permissions;
        this.drafts = drafts;
        this.absences = absences;
    }

    List<Shortcut> forWorker() {
        var shortcuts = new ArrayList<Shortcut>();
        if (permissions.worksAsAny(
                PracticeRole.FRONT_DOOR_OFFICER, PracticeRole.FRONT_DOOR_MANAGER, PracticeRole.EDT)) {
            shortcuts.add(new Shortcut(
                    "Record a new contact",
                    TASKLIST,
                    "Choose “Begin a case” and then “Referral” when somebody tells you about a child."));
            shortcuts.add(new Shortcut(
                    "Look for a family", "/families", "Find out by reference or name whether a child is on record."));
        } else if (!permissions.holdsAny(PracticeRole.ADMINISTRATOR)) {
            shortcuts.add(new Shortcut(
                    "Open a family’s record",
                    "/families",
                    "The people, what was written, what is due, and where you report what happened."));
        }
        shortcuts.add(new Shortcut("Read your notifications", "/notifications", "What you were told, newest first."));
        if (permissions.holdsAny(CensusImporters.ROLES)) {
            shortcuts.add(new Shortcut(
                    "Import a census file",
                    "/imports",
                    "Bring in children, episodes and conferences from your case-management system."));
        }
        if (permissions.holdsAny(PracticeRole.ADMINISTRATOR)) {
            shortcuts.add(new Shortcut("Look after people", "/people", "Workers, roles, teams, and whoever leaves."));
            shortcuts.add(new Shortcut(
                    "See what stopped", "/operations", "Steps that failed, work that waits, and what to do about it."));
        }
        String me = CurrentWorker.accountId().orElseThrow();
        if (permissions.looksIntoCases(me)) {
            shortcuts.add(new Shortcut(
                    "Look after running cases", "/camunda/app/cockpit/default/", "Failed steps and their causes."));
        }
        if (!absences.actsFor(me).isEmpty()) {
            shortcuts.add(new Shortcut(
                    "Act for a colleague", "/acting", "Who is away, and the tasks that you can take over from them."));
        }
        if (!absences.withoutDeputy(me).isEmpty()) {
            shortcuts.add(new Shortcut(
                    "See for whom nobody acts",
                    "/acting#nobody",
                    "Colleagues of your teams are away, and nobody does their work meanwhile."));
        }
        shortcuts.add(new Shortcut(
                "Say when you are away",
                "/people/workers/" + me + "/absence",
                "And choose who does your work meanwhile."));
        if (!permissions.holdsAny(PracticeRole.ADMINISTRATOR)) {
            shortcuts.add(new Shortcut(
                    "Declare a conflict of interest",
                    "/conflicts",
                    "When you must not have to do with a family, for example because you are related to it."));
        }
        int typed = drafts.countOfAuthor(me);
        if (typed > 0) {
            shortcuts.add(new Shortcut(
                    "Look at your drafts",
                    "/drafts",
                    "What you typed into %s and have not handed in."
                            .formatted(typed == 1 ? "a form" : typed + " forms")));
        }
        return shortcuts;
    }
}
