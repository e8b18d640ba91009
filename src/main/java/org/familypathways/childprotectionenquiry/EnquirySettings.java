package org.familypathways.childprotectionenquiry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Choices of the authority about initial child protection conferences.
 *
 * @param insteadOfInitialConference whether a service manager may choose a Family Group Conference in place of the
 *     initial conference. It departs from the statutory timescales, as a trial in Leeds did, so no authority may switch
 *     it on without the minister's permission
 */
@ConfigurationProperties("familypathways.conference")
public record EnquirySettings(@DefaultValue("false") boolean insteadOfInitialConference) {}
