package org.familypathways.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A child as it was read, with what the schema has against it. Files from before 2025 name the child's sex
 * {@code GenderCurrent} and number it.
 */
record ReadChild(CensusChild child, List<CensusFinding> faults, List<CensusFinding> warnings) {

    private static final Pattern CHILD_ID = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final Pattern PUPIL_NUMBER = Pattern.compile("[A-Z]\\d{11}[0-9A-Z]");
    private static final Map<String, String> FORMER_SEX_CODES = Map.of("1", "M", "2", "F", "0", "U", "9", "U");

    static ReadChild of(CensusElement element) {
        var faults = new ArrayList<CensusFinding>();
        var warnings = new ArrayList<CensusFinding>();
        var child = childOf(new CensusFields(element, faults, warnings));
        return new ReadChild(child, List.copyOf(faults), List.copyOf(warnings));
    }

    private static CensusChild childOf(CensusFields child) {
        var identifiers = orEmpty(child, "ChildIdentifiers");
        var characteristics = orEmpty(child, "ChildCharacteristics");
        var episodes = child.all("CINdetails").map(ReadEpisode::of).toList();
        child.required("CINdetails", episodes);
        child.finish();
        identifiers.ignore("FormerUPN");
        identifiers.code("UPNunknown", CensusCodes.UPN_UNKNOWN);
        var disabilities = characteristics.only("Disabilities");
        var read = new CensusChild(
                child.line(),
                identifiers.required(
                        "LAchildID",
                        identifiers.matching("LAchildID", CHILD_ID, "is not 1 to 20 letters and digits (rule 1570)")),
                identifiers.matching("UPN", PUPIL_NUMBER, "is not a unique pupil number"),
                identifiers.date("PersonBirthDate"),
                identifiers.date("ExpectedPersonBirthDate"),
                sex(identifiers),
                identifiers.date("PersonDeathDate"),
                characteristics.code("Ethnicity", CensusCodes.ETHNICITIES),
                disabilities == null ? List.of() : disabilities.codes("Disability", CensusCodes.DISABILITIES),
                episodes);
        identifiers.finish();
        characteristics.finish();
        return read;
    }

    private static @Nullable String sex(CensusFields identifiers) {
        var former = identifiers.code("GenderCurrent", FORMER_SEX_CODES.keySet());
        return former != null ? FORMER_SEX_CODES.get(former) : identifiers.code("Sex", Set.of("M", "F", "U"));
    }

    private static CensusFields orEmpty(CensusFields child, String name) {
        var found = child.required(name, child.only(name));
        return found != null
                ? found
                : new CensusFields(new CensusElement(name, child.line()), new ArrayList<>(), new ArrayList<>());
    }
}
