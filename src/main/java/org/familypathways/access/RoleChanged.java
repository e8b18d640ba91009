package org.familypathways.access;

/** A worker was given the role in that team, or does not hold it any more. */
public record RoleChanged(String accountId, PracticeRole role, String teamId) {

    /** The group of the engine whose member the worker became, or is no more. */
    public String group() {
        return role.groupIn(teamId);
    }
}
