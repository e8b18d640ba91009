package org.familypathways.access;

/** Somebody does not work here any more; nothing may stay in their hands. */
public record WorkerLeft(String accountId) {}
