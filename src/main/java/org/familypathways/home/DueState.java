package org.familypathways.home;

/** How soon a task is due, in days and weeks of England; a week ends with its Sunday. */
public enum DueState {
    OVERDUE("Overdue"),
    TODAY("Due today"),
    THIS_WEEK("Due this week"),
    LATER("Later");

    private final String title;

    DueState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
