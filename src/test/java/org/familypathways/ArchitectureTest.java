package org.familypathways;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Where things may stand, and who may know whom. */
@AnalyzeClasses(packages = "org.familypathways", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> PRACTICE = List.of(
            "org.familypathways.referral..",
            "org.familypathways.childprotectionenquiry..",
            "org.familypathways.familygroupconferenceoffer..",
            "org.familypathways.familygroupconference..");

    /** The way out to a fork of the engine stays short. */
    @ArchTest
    static final ArchRule only_process_packages_know_the_engine = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "org.familypathways.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule steps_of_the_system_are_small_and_hidden = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAnyPackage("..process..", "org.familypathways.engine..");

    @ArchTest
    static final ArchRule steps_of_the_system_reach_the_database_through_services = noClasses()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc..", "org.springframework.mail.."));

    @ArchTest
    static final ArchRule the_engine_module_knows_nothing_of_social_work = noClasses()
            .that()
            .resideInAPackage("org.familypathways.engine..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.familypathways..")
                    .and(resideOutsideOfPackages("org.familypathways.engine..")));

    /** Practice modules meet through messages, call activities and facts. */
    @ArchTest
    static void practice_modules_do_not_know_each_other(com.tngtech.archunit.core.domain.JavaClasses classes) {
        for (String module : PRACTICE) {
            String[] others =
                    PRACTICE.stream().filter(other -> !other.equals(module)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(module)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @Test
    void modules_keep_to_each_others_fronts_and_form_no_circle() {
        ApplicationModules.of(FamilyPathwaysApplication.class).verify();
    }
}
