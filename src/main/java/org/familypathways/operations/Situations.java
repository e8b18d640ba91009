package org.familypathways.operations;

/** Tells how things stand. */
public interface Situations {

    /** Asked by monitoring several times a minute, and so one statement for all figures. */
    default Situation now() {
        return nowFor("");
    }

    /** The same without the stopped steps and the notifications of families with which the worker has a conflict. */
    Situation nowFor(String accountId);
}
