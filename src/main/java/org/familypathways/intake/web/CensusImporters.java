package org.familypathways.intake.web;

import org.familypathways.access.PracticeRole;

/** Who may bring census files in and see what was wrong with them. */
final class CensusImporters {

    static final PracticeRole[] ROLES = {
        PracticeRole.ADMINISTRATOR, PracticeRole.PERFORMANCE_ANALYST, PracticeRole.FRONT_DOOR_MANAGER
    };

    private CensusImporters() {}
}
