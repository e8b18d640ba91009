package org.familypathways.intake;

import java.util.Set;

/** The closed lists of the children-in-need census. */
final class CensusCodes {

    static final Set<String> REFERRAL_SOURCES = Set.of(
            "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D", "6",
            "7", "8", "9", "10");

    static final Set<String> PRIMARY_NEEDS = Set.of("N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9");

    static final Set<String> CLOSURE_REASONS = Set.of("RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC7", "RC8", "RC9");

    static final Set<String> CLOSED_AFTER_ASSESSMENT = Set.of("RC8", "RC9");

    static final Set<String> CATEGORIES_OF_ABUSE = Set.of("NEG", "PHY", "SAB", "EMO", "MUL");

    static final Set<String> ETHNICITIES = Set.of(
            "WBRI", "WIRI", "WIRT", "WROM", "WOTH", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH",
            "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT");

    static final Set<String> DISABILITIES =
            Set.of("NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA");

    static final Set<String> ASSESSMENT_FACTORS = Set.of(
            "1A", "1B", "1C", "2A", "2B", "2C", "3A", "3B", "3C", "4A", "4B", "4C", "5A", "5B", "5C", "6A", "6B", "6C",
            "7A", "8B", "8C", "8D", "8E", "8F", "9A", "10A", "11A", "12A", "13A", "14A", "15A", "16A", "17A", "18A",
            "18B", "18C", "19A", "19B", "19C", "20", "21", "22A", "23A", "24A");

    static final String NO_FACTORS = "21";

    static final Set<String> WITHDRAWN_FACTORS = Set.of("18A", "19A");

    static final Set<String> UPN_UNKNOWN = Set.of("UN1", "UN2", "UN3", "UN4", "UN5", "UN6", "UN7");

    static final Set<String> PRE_PROCEEDINGS_OUTCOMES = Set.of("A", "B", "C");

    private CensusCodes() {}
}
