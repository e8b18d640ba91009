package org.familypathways.access;

/** A role that somebody holds in a team. */
public record RoleHolding(PracticeRole role, String teamId) {

    /** The engine's group of everybody with this holding. */
    public String group() {
        return role.groupIn(teamId);
    }
}
