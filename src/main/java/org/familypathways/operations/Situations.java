package org.familypathways.operations;

/** Tells how things stand. */
public interface Situations {

    /** Asked by monitoring several times a minute, and so one statement for all figures. */
    Situation now();
}
