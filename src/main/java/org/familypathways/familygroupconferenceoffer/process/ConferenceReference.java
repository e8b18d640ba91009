package org.familypathways.familygroupconferenceoffer.process;

import static org.familypathways.familygroupconferenceoffer.process.FamilyGroupConferenceOfferProcess.CONFERENCE;

import org.familypathways.engine.ForModels;
import org.familypathways.engine.PathwayStarts;
import org.springframework.stereotype.Component;

/** What the case of a conference is called that an offer leads to. */
@Component
@ForModels
public class ConferenceReference {

    private final PathwayStarts pathways;

    ConferenceReference(PathwayStarts pathways) {
        this.pathways = pathways;
    }

    /** A new reference with each call. */
    public String next(String familyId) {
        return pathways.businessKey(CONFERENCE, familyId);
    }
}
