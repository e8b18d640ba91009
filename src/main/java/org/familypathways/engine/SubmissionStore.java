package org.familypathways.engine;

import java.util.Optional;

/** Where the content of forms is kept. The engine itself keeps only what routes the work. */
public interface SubmissionStore {

    /** Keeps a completed form as an entry of the record, in the transaction that completes the task. */
    void keep(Submission submission);

    /**
     * The case that its author has begun with this start form, if they handed it in before; whoever asks at the same
     * moment waits for the answer until the transaction ends. What they typed is no draft any more then.
     *
     * @throws SubmissionRefused when they handed it in with other answers
     */
    Optional<String> begunWith(Submission startForm);

    /** Keeps a refused form as its author's draft, in a transaction of its own, so that nothing typed is lost. */
    void keepAsDraft(Submission submission);
}
