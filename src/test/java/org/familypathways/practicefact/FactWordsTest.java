package org.familypathways.practicefact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactWordsTest {

    /** Shown as clocks, not as facts. */
    private static final String CLOCKS = "Timescale";

    private static final Set<String> IN_COLUMNS_OF_THEIR_OWN = Set.of("familyId", "childId", "happenedOn");

    @Test
    void every_fact_and_all_that_is_known_of_it_has_words() {
        var facts = facts();

        assertThat(facts).hasSizeGreaterThan(40);
        assertThat(facts.stream().flatMap(FactWordsTest::names).distinct()).allMatch(FactWords::knows);
    }

    @Test
    void codes_are_read_as_words() {
        assertThat(FactWords.ofValue("PHY")).isEqualTo("physical abuse");
        assertThat(FactWords.ofValue("no-further-action")).isEqualTo("no further action");
        assertThat(FactWords.ofValue("F-000001")).isEqualTo("F-000001");
    }

    @Test
    void the_same_component_may_mean_another_thing_in_another_fact() {
        assertThat(FactWords.of("FamilyGroupConferenceHeld", "attendees")).isEqualTo("How many came");
        assertThat(FactWords.of("StrategyDiscussionHeld", "attendees")).isEqualTo("Who came");
    }

    @Test
    void what_an_older_version_recorded_is_still_readable() {
        assertThat(FactWords.of("ConferenceMoved")).isEqualTo("Conference moved");
    }

    private static List<Class<?>> facts() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.familypathways")
                        .stream()
                        .filter(type -> type.isAssignableTo(PracticeFact.class))
                        .filter(JavaClass::isRecord)
                        .filter(type -> !type.getSimpleName().startsWith(CLOCKS))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static Stream<String> names(Class<?> fact) {
        return Stream.concat(
                Stream.of(fact.getSimpleName()),
                Arrays.stream(fact.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !IN_COLUMNS_OF_THEIR_OWN.contains(name)));
    }
}
