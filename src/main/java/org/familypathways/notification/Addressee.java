package org.familypathways.notification;

/**
 * The one recipient of one notification.
 *
 * @param kind a worker, a person of the network, or a role that nobody holds
 * @param reference the account id, the person's reference, or the role's id
 */
public record Addressee(Kind kind, String reference) {

    public enum Kind {
        WORKER,
        PERSON,
        /** Nobody holds the role in the team that serves the family; a person must see that nobody was told. */
        ROLE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Addressee worker(String accountId) {
        return new Addressee(Kind.WORKER, accountId);
    }

    static Addressee person(String personId) {
        return new Addressee(Kind.PERSON, personId);
    }

    static Addressee role(String roleId) {
        return new Addressee(Kind.ROLE, roleId);
    }
}
