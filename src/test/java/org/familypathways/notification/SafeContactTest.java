package org.familypathways.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.familypathways.notification.FamilyContact.SafeWay;
import org.familypathways.notification.WayOfContact.Email;
import org.familypathways.notification.WayOfContact.Letter;
import org.familypathways.notification.WayOfContact.None;
import org.junit.jupiter.api.Test;

class SafeContactTest {

    private static final List<String> REFUGE = List.of("PO Box 1", "Exampleton", "EX1 1EX");

    @Test
    void nobody_is_written_to_before_a_safe_way_is_recorded() {
        assertThat(way(contact(null, "jo@example.org", false, REFUGE, false))).isInstanceOf(None.class);
    }

    @Test
    void an_email_goes_where_email_is_recorded_as_safe() {
        assertThat(way(contact(SafeWay.EMAIL, " jo@example.org ", false, REFUGE, false)))
                .isEqualTo(new Email("jo@example.org"));
    }

    @Test
    void no_email_goes_to_a_shared_address_of_somebody_who_must_be_reached_apart() {
        assertThat(way(contact(SafeWay.EMAIL, "home@example.org", true, REFUGE, true)))
                .isInstanceOf(None.class);
        assertThat(way(contact(SafeWay.EMAIL, "home@example.org", true, REFUGE, false)))
                .isInstanceOf(Email.class);
    }

    @Test
    void a_letter_goes_to_the_safe_address_with_the_name_on_it() {
        assertThat(way(contact(SafeWay.LETTER, "jo@example.org", false, REFUGE, true)))
                .isEqualTo(new Letter(List.of("Jo Example", "PO Box 1", "Exampleton", "EX1 1EX")));
    }

    @Test
    void without_a_safe_address_no_letter_goes_anywhere() {
        assertThat(way(contact(SafeWay.LETTER, "jo@example.org", false, List.of(), true)))
                .isInstanceOf(None.class);
    }

    @Test
    void whoever_wishes_to_be_told_in_person_is_left_to_a_worker() {
        assertThat(way(contact(SafeWay.BY_A_WORKER, "jo@example.org", false, REFUGE, false)))
                .isInstanceOf(None.class);
    }

    @Test
    void nobody_is_invited_who_may_not_take_part_for_somebodys_safety() {
        var excluded = new FamilyContact("Jo", SafeWay.EMAIL, "jo@example.org", false, REFUGE, false, true);

        assertThat(SafeContact.of(excluded, "conference-invitation")).isInstanceOf(None.class);
        assertThat(SafeContact.of(excluded, "conference-offer-made")).isInstanceOf(Email.class);
    }

    private static WayOfContact way(FamilyContact contact) {
        return SafeContact.of(contact, "conference-offer-made");
    }

    private static FamilyContact contact(
            SafeWay way, String email, boolean shared, List<String> address, boolean separate) {
        return new FamilyContact("Jo Example", way, email, shared, address, separate, false);
    }
}
