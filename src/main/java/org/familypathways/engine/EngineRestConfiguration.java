package org.familypathways.engine;

import org.camunda.bpm.engine.rest.filter.CacheControlFilter;
import org.camunda.bpm.engine.rest.filter.EmptyBodyFilter;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine's REST interface under {@code /engine-rest}. The engine's own starter registers it with classes that
 * Spring Boot 4 has moved; this is the same registration without them. Long polling for external tasks is left out:
 * no pathway has any.
 */
@Configuration(proxyBeanMethods = false)
class EngineRestConfiguration {

    private static final String PATH = "/engine-rest/*";

    @Bean
    ServletRegistrationBean<ServletContainer> engineRestServlet() throws Exception {
        var resources = new CamundaJerseyResourceConfig();
        resources.afterPropertiesSet();
        var servlet = new ServletRegistrationBean<>(new ServletContainer(resources), PATH);
        servlet.setName("engineRest");
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    @Bean
    FilterRegistrationBean<EmptyBodyFilter> engineRestEmptyBodies() {
        return onEngineRest(new EmptyBodyFilter());
    }

    @Bean
    FilterRegistrationBean<CacheControlFilter> engineRestCacheControl() {
        return onEngineRest(new CacheControlFilter());
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> onEngineRest(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(PATH);
        return registration;
    }
}
