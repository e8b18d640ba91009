package org.familypathways.intake;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a census file says about itself.
 *
 * @param year the year in which the census year ends
 * @param referenceDate the last day that the file speaks about
 * @param authority the three digits of the local authority
 */
record CensusHeader(
        int year, LocalDate referenceDate, @Nullable String authority) {

    private static final int LAST_OF_MARCH = 31;

    /** @throws CensusFileRefused when it is no children-in-need census, or does not say of which year */
    static CensusHeader of(CensusElement element) {
        var findings = new ArrayList<CensusFinding>();
        var header = new CensusFields(element, findings, findings);
        var collection = header.only("CollectionDetails");
        if (collection == null || !"CIN".equals(collection.text("Collection"))) {
            throw new CensusFileRefused(
                    "This is not a children-in-need census file: its header does not name the collection CIN.");
        }
        var year = collection.text("Year");
        var referenceDate = collection.date("ReferenceDate");
        if (year == null || !year.matches("(19|20)\\d\\d") || referenceDate == null) {
            throw new CensusFileRefused(
                    "The file's header does not say which census year it is for (line %d).".formatted(element.line));
        }
        var source = header.only("Source");
        return new CensusHeader(Integer.parseInt(year), referenceDate, source == null ? null : source.text("LEA"));
    }

    /** @throws CensusFileRefused when the file cannot be of the year it names */
    CensusHeader refuseWrongYear(LocalDate today) {
        if (year > yearEndingAfter(today)) {
            throw new CensusFileRefused("The file is for the census year %d, which has not begun yet.".formatted(year));
        }
        if (referenceDate.getYear() != year && referenceDate.getYear() != year - 1) {
            throw new CensusFileRefused("The file is for the census year %d, but its reference date is in %d."
                    .formatted(year, referenceDate.getYear()));
        }
        return this;
    }

    /** The census is counted on 31 March; an extract in between is read, and the person is told. */
    boolean hasUsualReferenceDate() {
        return referenceDate.equals(lastDay(year));
    }

    private static int yearEndingAfter(LocalDate today) {
        return today.isAfter(lastDay(today.getYear())) ? today.getYear() + 1 : today.getYear();
    }

    LocalDate yearBegins() {
        return LocalDate.of(year - 1, Month.APRIL, 1);
    }

    private static LocalDate lastDay(int year) {
        return LocalDate.of(year, Month.MARCH, LAST_OF_MARCH);
    }
}
