package org.familypathways.people;

import java.util.List;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.PeopleLog;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.TasksInHand;
import org.familypathways.access.TasksInHand.TaskInHand;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.Involvements.Part;
import org.familypathways.record.PartsInCases;
import org.familypathways.record.RecordChangeRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work of somebody who leaves goes to colleagues, or back to their team; nothing is orphaned. Administrators and the
 * managers of the leaver's teams do it. What is about a restricted family that they may not see is not shown to them: it
 * goes back to the people named for that family when the worker has left.
 */
@Service
public class Handover {

    private static final String LAST_TO_SEE_A_FAMILY =
            "They are the last person who may see a restricted family. A service manager must name somebody first.";

    private final Workers workers;
    private final TasksInHand tasks;
    private final PartsInCases parts;
    private final FamilyAccess access;
    private final FamilyRestrictions restrictions;
    private final PeopleLog log;

    Handover(
            Workers workers,
            TasksInHand tasks,
            PartsInCases parts,
            FamilyAccess access,
            FamilyRestrictions restrictions,
            PeopleLog log) {
        this.workers = workers;
        this.tasks = tasks;
        this.parts = parts;
        this.access = access;
        this.restrictions = restrictions;
        this.log = log;
    }

    /** @throws AccessDeniedException for everybody but administrators and managers of the worker's teams */
    public void requireMay(String accountId) {
        String me = CurrentWorker.accountId().orElseThrow(() -> new AccessDeniedException("Sign in first."));
        if (!workers.holds(me, PracticeRole.ADMINISTRATOR) && !workers.manages(me, accountId)) {
            throw new AccessDeniedException("Only an administrator or a manager of the worker’s team may do this.");
        }
    }

    /** The tasks in the worker's hands, as far as whoever asks may know of them. */
    public List<TaskInHand> tasks(String accountId) {
        requireMay(accountId);
        var hidden = access.hiddenFrom(CurrentWorker.accountId().orElseThrow());
        return tasks.of(accountId).stream()
                .filter(task -> task.familyId() == null || !hidden.contains(task.familyId()))
                .toList();
    }

    /** The families that the worker works with, as far as whoever asks may know of them. */
    public List<Part> parts(String accountId) {
        requireMay(accountId);
        var hidden = access.hiddenFrom(CurrentWorker.accountId().orElseThrow());
        return parts.of(accountId).stream()
                .filter(part -> !hidden.contains(part.familyId()))
                .toList();
    }

    public List<Worker> suitable(TaskInHand task) {
        return tasks.suitable(task.id());
    }

    public List<Worker> suitable(Part part, String accountId) {
        return parts.suitable(part, accountId);
    }

    /** @param to the account of the colleague; null gives the task back to the team */
    @Transactional
    public void handOverTask(String accountId, String taskId, @Nullable String to) {
        TaskInHand task = tasks(accountId).stream()
                .filter(each -> each.id().equals(taskId))
                .findFirst()
                .orElseThrow(Handover::goneAlready);
        if (to != null) {
            tasks.whyNot(task.id(), to).ifPresent(sentence -> {
                throw new HandoverRefused(sentence);
            });
        }
        if (!handOver(task, accountId, to)) {
            throw goneAlready();
        }
    }

    private boolean handOver(TaskInHand task, String accountId, @Nullable String to) {
        boolean handedOver = tasks.handOver(task.id(), accountId, to);
        if (handedOver) {
            String goesTo = to == null ? "The team" : workers.names(List.of(to)).getOrDefault(to, to);
            log.ofWorker(accountId, "Task handed over", task.name(), goesTo);
        }
        return handedOver;
    }

    /**
     * The colleague goes on with the family's case, and with its tasks as far as they may do them.
     *
     * @param to the account of the colleague; null lets the team find somebody
     */
    @Transactional
    public void handOverPart(String accountId, String familyId, String role, @Nullable String to) {
        Part part = parts(accountId).stream()
                .filter(each ->
                        each.familyId().equals(familyId) && each.role().id().equals(role))
                .findFirst()
                .orElseThrow(Handover::goneAlready);
        try {
            if (!parts.handOver(part, accountId, to)) {
                throw goneAlready();
            }
        } catch (RecordChangeRefused refused) {
            throw new HandoverRefused(String.valueOf(refused.getMessage()));
        }
        tasks(accountId).stream()
                .filter(task -> familyId.equals(task.familyId()))
                .filter(task -> to == null || tasks.whyNot(task.id(), to).isEmpty())
                .forEach(task -> handOver(task, accountId, to));
    }

    /**
     * Everything that the colleague may take goes to them.
     *
     * @param to null gives everything back to the teams
     * @return how many things are left
     */
    @Transactional
    public int handOverEverything(String accountId, @Nullable String to) {
        for (Part part : parts(accountId)) {
            if (to == null
                    || parts.suitable(part, accountId).stream()
                            .anyMatch(worker -> worker.accountId().equals(to))) {
                handOverPart(accountId, part.familyId(), part.role().id(), to);
            }
        }
        tasks(accountId).stream()
                .filter(task -> to == null || tasks.whyNot(task.id(), to).isEmpty())
                .forEach(task -> handOver(task, accountId, to));
        return tasks(accountId).size() + parts(accountId).size();
    }

    /** Why the worker cannot leave yet; null when they can. */
    public @Nullable String whyNotYet(String accountId) {
        int openTasks = tasks(accountId).size();
        int families = parts(accountId).size();
        if (openTasks + families > 0) {
            return "%s and %s are still theirs. Hand them over, or give them back to the team, first."
                    .formatted(counted(openTasks, "task", "tasks"), counted(families, "family", "families"));
        }
        return restrictions.leavesFamilyAlone(accountId) ? LAST_TO_SEE_A_FAMILY : null;
    }

    /**
     * The worker does not work here any more. Of two who leave at the same moment the second waits for the first, so it is
     * asked once more whether they are the last to see a family.
     *
     * @throws HandoverRefused while something is in their hands
     */
    @Transactional
    public void confirmLeft(String accountId) {
        String why = whyNotYet(accountId);
        if (why != null) {
            throw new HandoverRefused(why);
        }
        workers.leave(accountId);
        if (restrictions.leavesFamilyAlone(accountId)) {
            throw new HandoverRefused(LAST_TO_SEE_A_FAMILY);
        }
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static HandoverRefused goneAlready() {
        return new HandoverRefused("This is not in the worker’s hands any more.");
    }
}
