package org.familypathways.record;

import org.jspecify.annotations.Nullable;

/** What is known of a person when they are added to a family's network; the rest is asked later. */
public record NewNetworkMember(
        String firstName,
        String lastName,
        String relation,
        boolean parentalResponsibility,
        @Nullable String agency,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String address) {}
