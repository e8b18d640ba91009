package org.familypathways.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.familypathways.record.Arrivals;
import org.familypathways.record.Arrivals.Place;
import org.familypathways.record.Episodes.Episode;
import org.familypathways.record.NewChild;
import org.springframework.stereotype.Component;

/** Puts the children of a census file on record with their episodes. A child that is known stays where it is. */
@Component
class CensusRecords {

    private final Arrivals arrivals;

    CensusRecords(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** @param accepted each child once, and each with a number */
    List<BroughtChild> bringIn(List<CensusChild> accepted, String area) {
        arrivals.recognise(numbersByPupil(accepted));
        var known = arrivals.known(accepted.stream().map(CensusRecords::number).toList());
        var missing = accepted.stream()
                .filter(child -> !known.containsKey(number(child)))
                .map(CensusRecords::newChild)
                .toList();
        var places = new HashMap<>(known);
        places.putAll(arrivals.open(missing, area));
        var newEpisodes = arrivals.openEpisodes(episodes(accepted, places));
        var brought = new ArrayList<BroughtChild>(accepted.size());
        for (var child : accepted) {
            var place = Objects.requireNonNull(places.get(number(child)));
            brought.add(new BroughtChild(
                    child,
                    place.childId(),
                    place.familyId(),
                    !known.containsKey(number(child)),
                    Collections.frequency(newEpisodes, place.childId())));
        }
        return brought;
    }

    private static Map<String, String> numbersByPupil(List<CensusChild> accepted) {
        var numbers = new HashMap<String, String>();
        for (var child : accepted) {
            if (child.upn() != null) {
                numbers.put(child.upn(), number(child));
            }
        }
        return numbers;
    }

    private static List<Episode> episodes(List<CensusChild> accepted, Map<String, Place> places) {
        var episodes = new LinkedHashMap<String, Episode>();
        for (var child : accepted) {
            var childId = Objects.requireNonNull(places.get(number(child))).childId();
            for (var episode : child.episodes()) {
                episodes.putIfAbsent(childId + " " + episode.referredOn(), episode(childId, episode));
            }
        }
        return List.copyOf(episodes.values());
    }

    private static Episode episode(String childId, CensusEpisode episode) {
        return new Episode(
                childId,
                Objects.requireNonNull(episode.referredOn()),
                Objects.requireNonNull(episode.referralSource()),
                episode.primaryNeed(),
                episode.closedOn(),
                episode.closureReason());
    }

    private static NewChild newChild(CensusChild child) {
        return new NewChild(
                null,
                null,
                child.birthDate(),
                child.expectedBirthDate(),
                child.sex() == null ? "U" : child.sex(),
                child.laChildId(),
                child.upn());
    }

    private static String number(CensusChild child) {
        return Objects.requireNonNull(child.laChildId());
    }
}
