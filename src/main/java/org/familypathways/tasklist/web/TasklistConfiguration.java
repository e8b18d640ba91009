package org.familypathways.tasklist.web;

import org.familypathways.access.Workers;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TasklistConfiguration {

    @Bean
    FilterRegistrationBean<PlainRefusals> plainRefusals(JsonMapper json, Workers workers) {
        var registration = new FilterRegistrationBean<>(new PlainRefusals(json, workers));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<PageNonce> pageNonce() {
        var registration = new FilterRegistrationBean<>(new PageNonce());
        registration.addUrlPatterns("/camunda/app/*");
        // around the engine's own filters, which come last
        registration.setOrder(0);
        return registration;
    }
}
