package org.familypathways.familygroupconferenceoffer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTimingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AFTER_CONFERENCE | INITIAL_CONFERENCE        | false | true
            AFTER_CONFERENCE | INITIAL_CONFERENCE        | true  | true
            AFTER_CONFERENCE | INITIAL_CONFERENCE_BOOKED | false | false
            AFTER_CONFERENCE | INITIAL_CONFERENCE_BOOKED | true  | false
            AT_BOOKING       | INITIAL_CONFERENCE_BOOKED | false | true
            AT_BOOKING       | INITIAL_CONFERENCE_BOOKED | true  | true
            AT_BOOKING       | INITIAL_CONFERENCE        | true  | false
            AT_BOOKING       | INITIAL_CONFERENCE        | false | true
            AT_BOOKING       | CENSUS_IMPORT             | true  | true
            AT_BOOKING       | INSTEAD_OF_INITIAL_CONFERENCE | false | true
            AFTER_CONFERENCE | WORKER_REFERRAL           | true  | true
            AT_BOOKING       | LETTER_BEFORE_PROCEEDINGS | false | true
            AFTER_CONFERENCE | EDGE_OF_CARE              | false | true
            """)
    void a_family_is_offered_a_conference_when_its_authority_has_chosen(
            OfferTiming timing, OfferTrigger trigger, boolean offeredRecently, boolean now) {
        assertThat(timing.isNow(trigger, offeredRecently)).isEqualTo(now);
    }
}
