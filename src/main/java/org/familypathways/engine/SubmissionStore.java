package org.familypathways.engine;

/** Where the content of forms is kept. The engine itself keeps only what routes the work. */
public interface SubmissionStore {

    /** Keeps a completed form as an entry of the record, in the transaction that completes the task. */
    void keep(Submission submission);

    /** Keeps a refused form as its author's draft, in a transaction of its own, so that nothing typed is lost. */
    void keepAsDraft(Submission submission);
}
