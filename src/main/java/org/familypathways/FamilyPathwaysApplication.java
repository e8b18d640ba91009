package org.familypathways;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Family Pathways: an English children's services department's practice models as pathways that run. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class FamilyPathwaysApplication {

    public static void main(String[] args) {
        SpringApplication.run(FamilyPathwaysApplication.class, args);
    }
}
