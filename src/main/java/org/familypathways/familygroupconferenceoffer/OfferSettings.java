package org.familypathways.familygroupconferenceoffer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Choices of the authority about offering Family Group Conferences.
 *
 * @param offerTiming whether a family is offered one after its initial child protection conference
 *     ({@code after-conference}, as in Leeds) or when that conference is booked ({@code at-booking})
 */
@ConfigurationProperties("familypathways.conference")
public record OfferSettings(
        @DefaultValue("after-conference") OfferTiming offerTiming) {}
