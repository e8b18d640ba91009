package org.familypathways.notification;

import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;

/** Opens the ways out that are configured. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    Channels channels(
            GovUkNotifySettings govUkNotify,
            NotificationSettings settings,
            ObjectProvider<JavaMailSender> mail,
            @Value("${spring.mail.host:}") String mailServer) {
        var active = new ArrayList<Channel>();
        if (StringUtils.hasText(govUkNotify.apiKey())) {
            active.add(new GovUkNotifyChannel(govUkNotify));
        }
        if (StringUtils.hasText(mailServer)) {
            active.add(new SmtpChannel(mail.getObject(), settings.from()));
        }
        return new Channels(active);
    }
}
