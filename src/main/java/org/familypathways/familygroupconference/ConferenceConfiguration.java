package org.familypathways.familygroupconference;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConferenceSettings.class)
class ConferenceConfiguration {}
