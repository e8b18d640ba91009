package org.familypathways.access;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at start where the application answers and who can sign in, for somebody who tries it. */
@Component
@Conditional(DemoMode.class)
class DemoSignIns {

    private static final Logger log = LoggerFactory.getLogger(DemoSignIns.class);

    private final Environment environment;

    DemoSignIns(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        log.info("""


                        Family Pathways runs at http://localhost:{}
                        Sign in as one of these, all with the password {}

                        {}
                        """, environment.getProperty("local.server.port"), DemoWorkers.PASSWORD, people());
    }

    private static String people() {
        return DemoWorkers.WORKERS.stream()
                .map(worker -> "  %-12s  %s (%s)"
                        .formatted(worker.accountId(), worker.role().title(), String.join(", ", worker.teamIds())))
                .collect(Collectors.joining("\n"));
    }
}
