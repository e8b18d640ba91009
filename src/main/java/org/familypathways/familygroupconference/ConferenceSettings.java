package org.familypathways.familygroupconference;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an authority holds its conferences.
 *
 * @param privateTimeRequired whether a conference without private family time needs a reason; Leeds and the Family
 *     Rights Group hold that the family is always left alone
 */
@ConfigurationProperties("familypathways.conference")
record ConferenceSettings(@DefaultValue("true") boolean privateTimeRequired) {}
