package org.familypathways.familygroupconference;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an authority holds its conferences.
 *
 * @param privateTimeRequired whether a conference without private family time needs a reason; Leeds and the Family
 *     Rights Group hold that the family is always left alone
 * @param resourcesDecidedFrom from how many pounds on somebody other than who considered a plan decides on its
 *     resources; every plan that needs any, unless the authority has chosen a sum
 */
@ConfigurationProperties("familypathways.conference")
record ConferenceSettings(
        @DefaultValue("true") boolean privateTimeRequired,
        @DefaultValue("0") BigDecimal resourcesDecidedFrom) {}
