package org.familypathways.intake;

import org.familypathways.access.Teams;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which area's teams serve a family that comes in. */
@Component
public class Areas {

    private static final String UNDIVIDED = "whole-authority";

    private final Teams teams;

    Areas(Teams teams) {
        this.teams = teams;
    }

    /**
     * The area that was named; an authority that is not divided need not name one.
     *
     * @throws InputRefused when there is no such area, or it is open which is meant
     */
    public String named(@Nullable String area) {
        var known = teams.areas();
        boolean named = area != null && !area.isBlank();
        if (named && (known.contains(area) || known.isEmpty())) {
            return area;
        }
        if (!named && known.size() <= 1) {
            return known.isEmpty() ? UNDIVIDED : known.get(0);
        }
        throw new InputRefused(
                "area",
                (named ? "There is no such area. The areas are %s." : "Say whose teams shall serve the family: %s.")
                        .formatted(String.join(", ", known)));
    }
}
