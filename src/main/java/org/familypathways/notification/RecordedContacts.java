package org.familypathways.notification;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the family's record says about reaching people. */
@Component
class RecordedContacts implements FamilyContacts {

    @Override
    public Optional<FamilyContact> of(String personId) {
        return Optional.empty();
    }
}
