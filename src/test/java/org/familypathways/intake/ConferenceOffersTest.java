package org.familypathways.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.familypathways.record.Siblings;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.OnRecord;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An imported conference leads to the offer of a Family Group Conference: one for a family, and never a second one. */
@ApplicationTest
class ConferenceOffersTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
    private static final LocalDate LONG_BEFORE = LocalDate.of(2024, 1, 1);
    private static final String OFFER = "family-group-conference-offer";

    @Autowired
    private CensusImports imports;

    @Autowired
    private CensusImportRunner runner;

    @Autowired
    private CensusImportRun run;

    @Autowired
    private ConferenceOffer offer;

    @Autowired
    private Siblings siblings;

    @Autowired
    private Work work;

    @Autowired
    private OnRecord record;

    @Autowired
    private JdbcClient jdbc;

    private final String child = newId();

    @Test
    void a_recent_conference_leads_to_an_offer_that_begins_with_the_day_it_was_held() throws Exception {
        var taken = importAsOf(AS_OF, held(child, "2026-03-04"));

        assertThat(taken.counts().offersBegun()).isEqualTo(1);
        assertThat(heldOn(family(child))).containsExactly("2026-03-04");
    }

    @Test
    void of_several_conferences_the_latest_on_or_before_the_day_leads_to_the_one_offer() throws Exception {
        importAsOf(AS_OF, held(child, "2026-03-10", "2026-03-31", "2026-04-01"));

        assertThat(heldOn(family(child))).containsExactly("2026-03-31");
    }

    @Test
    void a_conference_further_back_than_the_configured_days_leads_to_none() throws Exception {
        String earlier = newId();
        importAsOf(AS_OF, held(child, "2026-03-03"), held(earlier, "2026-03-02"));

        assertThat(heldOn(family(child))).hasSize(1);
        assertThat(heldOn(family(earlier))).isEmpty();
    }

    @Test
    void the_same_file_again_begins_no_second_offer() throws Exception {
        importAsOf(AS_OF, held(child, "2026-03-04"));
        var again = importAsOf(AS_OF.plusDays(1), held(child, "2026-03-04"));

        assertThat(again.counts().offersBegun()).isZero();
        assertThat(heldOn(family(child))).hasSize(1);
    }

    @Test
    void siblings_with_one_conference_are_one_family_with_one_offer() throws Exception {
        String sibling = newId();
        importAsOf(LONG_BEFORE, held(child, "2026-03-04"), held(sibling, "2026-03-04"));
        link(sibling, child);

        var taken = importAsOf(AS_OF, held(child, "2026-03-04"), held(sibling, "2026-03-04"));

        assertThat(taken.counts().offersBegun()).isEqualTo(1);
        assertThat(heldOn(family(child))).hasSize(1);
    }

    @Test
    void a_conference_that_led_to_an_offer_leads_to_none_with_the_sibling_whom_a_later_file_brings() throws Exception {
        String sibling = newId();
        importAsOf(LONG_BEFORE, held(sibling, "2025-06-05"));
        importAsOf(AS_OF, held(child, "2026-03-04"));
        link(sibling, child);

        importAsOf(AS_OF, held(child, "2026-03-04"), held(sibling, "2025-06-05", "2026-03-04"));

        assertThat(heldOn(family(child))).hasSize(1);
    }

    @Test
    void an_import_that_was_interrupted_among_its_offers_begins_the_rest_and_none_again() throws Exception {
        String other = newId();
        long id = receive(AS_OF, held(child, "2026-03-04"), held(other, "2026-03-05"));
        while (imports.find(id).orElseThrow().counts().offersBegun() == 0) {
            run.next(() -> imports.find(id).orElseThrow().counts().offersBegun() == 1);
        }
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(ImportState.OFFERING);

        runner.runWaiting();

        assertThat(imports.find(id).orElseThrow().counts().offersBegun()).isEqualTo(2);
        assertThat(List.of(heldOn(family(child)), heldOn(family(other))))
                .allSatisfy(offers -> assertThat(offers).hasSize(1));
    }

    @Test
    void two_nodes_that_both_take_an_import_for_left_behind_begin_one_offer() throws Exception {
        long id = importAsOf(LONG_BEFORE, held(child, "2026-03-04")).id();

        offer.begin(id, family(child), LocalDate.of(2026, 3, 4), true);
        offer.begin(id, family(child), LocalDate.of(2026, 3, 4), true);

        assertThat(heldOn(family(child))).hasSize(1);
        assertThat(imports.find(id).orElseThrow().counts().offersBegun()).isEqualTo(1);
    }

    private CensusImport importAsOf(LocalDate asOf, String... children) throws IOException, SQLException {
        long id = receive(asOf, children);
        runner.runWaiting();
        return imports.find(id).orElseThrow();
    }

    private long receive(LocalDate asOf, String... children) throws IOException {
        return imports.receive("census.xml", CensusText.bytes(CensusText.file(children)), asOf, "north", "alex.admin");
    }

    private static String held(String laChildId, String... days) {
        var enquiries = new StringBuilder();
        for (String day : days) {
            enquiries.append(CensusText.enquiry("2025-05-07", day));
        }
        return CensusText.child(laChildId, CensusText.episode("2025-05-06", enquiries.toString()));
    }

    private void link(String one, String other) {
        String from = family(one);
        work.as("tom.reid").signedIn(() -> {
            siblings.link(from, Set.of(childId(one)), family(other), "They live together.");
            return true;
        });
    }

    /** The days of the conferences that led to the offers to the family. */
    private List<String> heldOn(String family) {
        return record.cases(family, OFFER).stream()
                .map(offer -> jdbc.sql("""
                                select text_ from act_hi_varinst where proc_inst_id_ = ? and name_ = 'conferenceHeldOn'
                                """).param(offer).query(String.class).single())
                .toList();
    }

    private String family(String laChildId) {
        return column(laChildId, "family_id");
    }

    private String childId(String laChildId) {
        return column(laChildId, "id");
    }

    private String column(String laChildId, String name) {
        return jdbc.sql("select %s from child where authority_child_id = ?".formatted(name))
                .param(laChildId)
                .query(String.class)
                .single();
    }

    private static String newId() {
        return "O" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    }
}
