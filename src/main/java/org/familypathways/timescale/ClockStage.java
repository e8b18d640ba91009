package org.familypathways.timescale;

/** How far a clock has run, and how urgent that makes the tasks that wait for it. */
public enum ClockStage {
    QUIET(50),
    /** 60 % of the working time has gone. */
    FIRST_WARNING(60),
    /** 90 % of the working time has gone. */
    SECOND_WARNING(75),
    BREACHED(90);

    private final int priority;

    ClockStage(int priority) {
        this.priority = priority;
    }

    /** The priority of the open tasks of the clock; 50 is what every task begins with. */
    public int priority() {
        return priority;
    }
}
