package org.familypathways.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here.
 *
 * @param accountId how the engine, the record and the logs name them, for example {@code amina.khan}
 * @param name how people name them
 * @param email where notifications reach them
 * @param active false once they have left; the record keeps naming them
 */
public record Worker(
        String accountId, String name, @Nullable String email, boolean active) {}
