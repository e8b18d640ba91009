package org.familypathways.notification;

import java.util.Optional;

/** How people of a family's network may be reached. */
interface FamilyContacts {

    /** @param personId {@code P-000001} */
    Optional<FamilyContact> of(String personId);
}
