package org.familypathways.familygroupconferenceoffer;

/** When a family of which an initial child protection conference speaks is offered a Family Group Conference. */
public enum OfferTiming {

    /** When the conference has been held, whatever it decided; the practice in Leeds. */
    AFTER_CONFERENCE,

    /** As soon as the conference is booked, so that the family can think about it before the day. */
    AT_BOOKING;

    /**
     * Whether what happened leads to an offer now. A conference that was booked before the authority changed its choice
     * leads to one when it is held, so that no family is left out.
     */
    boolean isNow(OfferTrigger trigger, boolean offeredRecently) {
        return switch (trigger) {
            case INITIAL_CONFERENCE_BOOKED -> this == AT_BOOKING;
            case INITIAL_CONFERENCE -> this == AFTER_CONFERENCE || !offeredRecently;
            default -> true;
        };
    }
}
