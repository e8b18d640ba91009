package org.familypathways.access;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of teams. A family is served by at most one team of each kind at a time. */
public enum TeamKind {
    FRONT_DOOR("Front door"),
    CASE_TEAM("Case team"),
    SENIOR_MANAGEMENT("Senior management"),
    CONFERENCE_SERVICE("Conference service"),
    FGC_AREA("Family Group Conference area"),
    ADVOCACY_SERVICE("Advocacy service"),
    MULTI_AGENCY_TEAM("Multi-agency child protection team"),
    EDGE_OF_CARE("Edge of care service"),
    UNIT("Social work unit"),
    POD("Pod"),
    ADULT_SPECIALISTS("Adult specialists"),
    CLINICAL_TEAM("Clinical team"),
    LOCALITY("Locality"),
    VOLUNTEER_SERVICE("Volunteer service"),
    PRACTICE_QUALITY("Practice quality"),
    LEARNING("Learning and development"),
    PERFORMANCE("Performance"),
    EMOTIONAL_HEALTH_ACADEMY("Emotional Health Academy"),
    LEGAL("Legal services"),
    INFORMATION_GOVERNANCE("Information governance"),
    MODEL_OFFICE("Model office"),
    SYSTEM("System administration");

    private final String title;

    TeamKind(String title) {
        this.title = title;
    }

    /** The kind with that id, for example {@code case-team}. */
    public static Optional<TeamKind> of(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** What models and the database call the kind. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }
}
