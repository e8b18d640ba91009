package org.familypathways.record;

import java.util.Optional;
import java.util.stream.Stream;

/** What somebody could do harm by not knowing before they share something about a family or reach out to it. */
public enum FamilyFlag {
    STAFF_RELATIVE(
            "Related to somebody who works here", "Do not speak of this family to colleagues who do not work with it."),
    VIP("In the public eye", "Answer no questions about this family to anybody who does not work with it."),
    ADOPTION("Adoption", "Link nothing of before the adoption with anything after it. Ask the adoption service first."),
    DA_SAFE_ADDRESS(
            "The address is kept safe because of domestic abuse",
            "Give the address to nobody. Letters go to the safe address only."),
    WITNESS_PROTECTION(
            "Witness protection",
            "Give nobody a name or an address. Letters go to the safe address only. Ask the police first."),
    LEGAL_PRIVILEGE("Legal advice", "Share legal advice with nobody outside the department."),
    POLICE_EMBARGO(
            "Police embargo", "Tell nobody what the police do, the family included, until the police say otherwise."),
    THIRD_PARTY_HEALTH(
            "Health information about somebody else",
            "Show it to nobody else in the family, and take it out before the record is shown to somebody.");

    private final String title;
    private final String advice;

    FamilyFlag(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    public String title() {
        return title;
    }

    /** What to do and not to do, in one or two sentences. */
    public String advice() {
        return advice;
    }

    /** Whether somebody's usual address must not be used. */
    public boolean hidesAddress() {
        return this == DA_SAFE_ADDRESS || this == WITNESS_PROTECTION;
    }

    public static Optional<FamilyFlag> of(String name) {
        return Stream.of(values()).filter(flag -> flag.name().equals(name)).findFirst();
    }
}
