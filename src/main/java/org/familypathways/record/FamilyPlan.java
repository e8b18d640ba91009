package org.familypathways.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a family decided to do, in its own words, with actions that somebody looks after.
 *
 * @param closedOn the day on which the plan needed nobody's eye any more; null while it runs
 */
public record FamilyPlan(
        long id,
        String familyId,
        String processInstanceId,
        LocalDate agreedOn,
        String summary,
        @Nullable LocalDate closedOn,
        List<Action> actions) {

    /**
     * One thing to be done.
     *
     * @param ownerPerson the person of the network who does it; null when an agency does
     * @param ownerName the person or agency, as the plan names it
     * @param status where it stands
     */
    public record Action(
            long id,
            String action,
            @Nullable String ownerPerson,
            String ownerName,
            @Nullable LocalDate dueOn,
            Status status,
            @Nullable String statusNote) {}

    /** Where an action stands. */
    public enum Status {
        OPEN,
        DONE,
        PARTLY_DONE,
        NO_LONGER_NEEDED;

        public String id() {
            return name().toLowerCase().replace('_', '-');
        }

        /** @throws IllegalArgumentException when there is no such status */
        public static Status of(String id) {
            return valueOf(id.toUpperCase().replace('-', '_'));
        }

        public boolean isSettled() {
            return this == DONE || this == NO_LONGER_NEEDED;
        }
    }

    /** An action as the family states it, before it has a number. */
    public record NewAction(
            String action,
            @Nullable String ownerPerson,
            String ownerName,
            @Nullable LocalDate dueOn) {}
}
