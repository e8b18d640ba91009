package org.familypathways.familygroupconferenceoffer;

import java.util.Collection;

/** How an offer ended, or that it was accepted and goes on. */
public enum OfferOutcome {
    /** Somebody who holds parental responsibility became known while others were asked. */
    ASK_OTHERS("ask-others"),
    ACCEPTED("accepted"),
    DECLINED("declined"),
    NO_RESPONSE("no-response"),
    NOT_NOW("not-now"),
    CONSENT_NOT_GIVEN("consent-not-given"),
    CONSENT_WITHDRAWN("consent-withdrawn"),
    CONFERENCE_CONCLUDED("conference-concluded");

    private final String code;

    OfferOutcome(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** One yes is enough; without one, somebody must have said no for the family to have declined. */
    static OfferOutcome of(Collection<HolderAnswer> answers) {
        if (answers.contains(HolderAnswer.ACCEPTED)) {
            return ACCEPTED;
        }
        return answers.contains(HolderAnswer.DECLINED) ? DECLINED : NO_RESPONSE;
    }
}
