package org.familypathways.intake;

import org.familypathways.access.PracticeRole;

/** Who may bring census files in and see what was wrong with them. */
public final class CensusImporters {

    public static final PracticeRole[] ROLES = {
        PracticeRole.ADMINISTRATOR, PracticeRole.PERFORMANCE_ANALYST, PracticeRole.FRONT_DOOR_MANAGER
    };

    private CensusImporters() {}
}
