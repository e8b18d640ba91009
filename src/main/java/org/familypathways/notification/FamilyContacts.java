package org.familypathways.notification;

import java.util.Optional;

/** How people of a family's network may be reached. */
interface FamilyContacts {

    /** Nothing when the person is not, or no longer, in that family's network. */
    Optional<FamilyContact> of(String personId, String familyId);
}
