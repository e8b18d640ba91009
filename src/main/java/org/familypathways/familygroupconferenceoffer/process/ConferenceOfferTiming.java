package org.familypathways.familygroupconferenceoffer.process;

import org.familypathways.engine.ForModels;
import org.familypathways.familygroupconferenceoffer.OfferSettings;
import org.familypathways.familygroupconferenceoffer.OfferTiming;
import org.springframework.stereotype.Component;

/** When the authority offers conferences, for the model in which initial conferences are booked and held. */
@Component
@ForModels
public class ConferenceOfferTiming {

    private final OfferSettings settings;

    ConferenceOfferTiming(OfferSettings settings) {
        this.settings = settings;
    }

    public boolean atBooking() {
        return settings.offerTiming() == OfferTiming.AT_BOOKING;
    }
}
