package org.familypathways.engine.gate;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.familypathways.engine.ForModels;
import org.familypathways.engine.Pathway;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the gate the application's own words. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

    @Bean
    ModelGate modelGate(ApplicationContext application) {
        return new ModelGate(() -> new ModelWords(
                all(application, CandidateGroups.class, CandidateGroups::ids),
                all(application, ServingTeams.class, ServingTeams::kinds),
                Set.of(application.getBeanNamesForType(JavaDelegate.class)),
                Set.of(application.getBeanNamesForAnnotation(ForModels.class)),
                all(application, TimescaleCodes.class, TimescaleCodes::codes),
                application.getBeansOfType(Pathway.class).values().stream()
                        .collect(Collectors.toMap(Pathway::key, Function.identity()))));
    }

    private static <T> Set<String> all(ApplicationContext application, Class<T> type, Function<T, Set<String>> words) {
        return application.getBeansOfType(type).values().stream()
                .flatMap(source -> words.apply(source).stream())
                .collect(Collectors.toSet());
    }
}
