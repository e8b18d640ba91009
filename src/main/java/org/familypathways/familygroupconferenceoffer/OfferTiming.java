package org.familypathways.familygroupconferenceoffer;

/** When a family of which an initial child protection conference speaks is offered a Family Group Conference. */
public enum OfferTiming {

    /** When the conference has been held, whatever it decided; the practice in Leeds. */
    AFTER_CONFERENCE,

    /** As soon as the conference is booked, so that the family can think about it before the day. */
    AT_BOOKING
}
