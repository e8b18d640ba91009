package org.familypathways.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What notifications and letters say about the department.
 *
 * @param publicAddress the address at which workers open this application, for links
 * @param department how a notification to a family member is signed
 * @param contact whom a family member can ask, as it reads after "please get in touch with"
 * @param from the sender's address of e-mails that go out by SMTP
 */
@ConfigurationProperties("familypathways.notification")
public record NotificationSettings(
        @DefaultValue("http://localhost:8080") String publicAddress,
        @DefaultValue("Children's services") String department,
        @DefaultValue("the worker who knows you") String contact,
        @DefaultValue("children-services@localhost") String from) {}
