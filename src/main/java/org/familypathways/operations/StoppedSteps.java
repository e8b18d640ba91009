package org.familypathways.operations;

import java.util.List;

/** The steps that were tried in vain and left to a person, but for those of families with which they have a conflict. */
public interface StoppedSteps {

    /** The oldest first. */
    List<StoppedStep> page(String accountId, int number, int size);

    /**
     * Has the step tried once more, in that person's name.
     *
     * @return false when it does not wait for a person, because somebody was quicker or it has been done meanwhile
     */
    boolean tryAgain(String id, String accountId);
}
