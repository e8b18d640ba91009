package org.familypathways.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * There is no such family, or there is one that this worker may not see. Nobody can tell the two apart: the answer is
 * 404 and the same words.
 */
public final class FamilyNotFoundException extends ResponseStatusException {

    public FamilyNotFoundException() {
        super(HttpStatus.NOT_FOUND, "There is no family here that you work with.");
    }
}
