package org.familypathways.notification;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The department's GOV.UK Notify service. Each notification may have a template of its own there; one that has none uses
 * the general one, whose subject is ((subject)) and whose text is ((body)).
 *
 * @param apiKey the key of the service; GOV.UK Notify is used when it is set
 * @param baseUrl where the service is
 * @param timeout how long an answer is waited for
 * @param emailTemplate the id of the general e-mail template
 * @param letterTemplate the id of the general letter template
 * @param emailTemplates the ids of e-mail templates by notification
 * @param letterTemplates the ids of letter templates by notification
 */
@ConfigurationProperties("familypathways.govuk-notify")
record GovUkNotifySettings(
        @Nullable String apiKey,

        @DefaultValue("https://api.notifications.service.gov.uk")
        String baseUrl,

        @DefaultValue("PT30S") Duration timeout,
        @Nullable String emailTemplate,
        @Nullable String letterTemplate,
        @DefaultValue Map<String, String> emailTemplates,
        @DefaultValue Map<String, String> letterTemplates) {

    Optional<String> templateFor(WayOfContact way, String notification) {
        if (way instanceof WayOfContact.Email) {
            return Optional.ofNullable(emailTemplates.getOrDefault(notification, emailTemplate));
        }
        if (way instanceof WayOfContact.Letter) {
            return Optional.ofNullable(letterTemplates.getOrDefault(notification, letterTemplate));
        }
        return Optional.empty();
    }
}
