package org.familypathways.record;

import org.jspecify.annotations.Nullable;

/**
 * What a worker may add and change about a person of a family's network; see {@link NetworkMember} for what each means.
 */
public record PersonDetails(
        String firstName,
        String lastName,
        String relation,
        boolean parentalResponsibility,
        @Nullable String agency,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String address,
        @Nullable String safeContact,
        @Nullable String safeAddress,
        boolean separateContact,
        @Nullable String language,
        boolean interpreter,
        boolean invited,
        @Nullable String excludedBecause) {

    public static PersonDetails of(NetworkMember person) {
        return new PersonDetails(
                person.firstName(),
                person.lastName(),
                person.relation(),
                person.parentalResponsibility(),
                person.agency(),
                person.email(),
                person.telephone(),
                person.address(),
                person.safeContact(),
                person.safeAddress(),
                person.separateContact(),
                person.language(),
                person.interpreter(),
                person.invited(),
                person.excludedBecause());
    }

    NewNetworkMember asNew() {
        return new NewNetworkMember(
                firstName, lastName, relation, parentalResponsibility, agency, email, telephone, address);
    }
}
