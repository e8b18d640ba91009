package org.familypathways.intake;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Writes census files of any size in the current shape, child by child to disk. The same seed gives the same file.
 * About one child in fifty has a conference in the last four weeks of the year, one in a hundred a fault.
 */
public final class CensusFileGenerator {

    private static final LocalDate YEAR_BEGINS = LocalDate.of(2025, 4, 1);
    private static final LocalDate REFERENCE_DATE = LocalDate.of(2026, 3, 31);
    private static final String[] SOURCES = {"1A", "2A", "3D", "5A", "6", "10"};
    private static final String[] ETHNICITIES = {"WBRI", "BAFR", "APKN", "MWBC", "AIND", "NOBT"};

    private final String prefix;
    private final Random random;

    public CensusFileGenerator(String prefix, long seed) {
        this.prefix = prefix;
        this.random = new Random(seed);
    }

    public void write(Path file, int children) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            write(out, children);
        }
    }

    void write(Writer out, int children) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message>\n" + CensusText.HEADER + "\n<Children>\n");
        for (int i = 1; i <= children; i++) {
            out.write(child(i));
        }
        out.write("</Children>\n</Message>\n");
    }

    private String child(int number) {
        boolean faulty = random.nextInt(100) == 0;
        return """
                <Child>
                  <ChildIdentifiers>
                    <LAchildID>%s%07d</LAchildID>
                    <PersonBirthDate>%s</PersonBirthDate>
                    <Sex>%s</Sex>
                  </ChildIdentifiers>
                  <ChildCharacteristics><Ethnicity>%s</Ethnicity></ChildCharacteristics>
                %s</Child>
                """.formatted(
                        prefix,
                        number,
                        faulty ? "unknown" : LocalDate.of(2009, 1, 1).plusDays(random.nextInt(5_800)),
                        random.nextBoolean() ? "F" : "M",
                        ETHNICITIES[random.nextInt(ETHNICITIES.length)],
                        episodes());
    }

    private String episodes() {
        var referredOn = weekday(YEAR_BEGINS.plusDays(random.nextInt(200)));
        String earlier = random.nextInt(5) == 0 ? closedEpisode(referredOn.minusDays(400)) : "";
        return earlier + openEpisode(referredOn);
    }

    private String closedEpisode(LocalDate referredOn) {
        return """
                  <CINdetails>
                    <CINreferralDate>%s</CINreferralDate>
                    <ReferralSource>%s</ReferralSource>
                    <PrimaryNeedCode>N5</PrimaryNeedCode>
                    <CINclosureDate>%s</CINclosureDate>
                    <ReasonForClosure>RC7</ReasonForClosure>
                    <ReferralNFA>0</ReferralNFA>
                  </CINdetails>
                """.formatted(referredOn, SOURCES[random.nextInt(SOURCES.length)], referredOn.plusDays(60));
    }

    private String openEpisode(LocalDate referredOn) {
        return """
                  <CINdetails>
                    <CINreferralDate>%s</CINreferralDate>
                    <ReferralSource>%s</ReferralSource>
                    <PrimaryNeedCode>N1</PrimaryNeedCode>
                    <Assessments>
                      <AssessmentActualStartDate>%s</AssessmentActualStartDate>
                      <AssessmentAuthorisationDate>%s</AssessmentAuthorisationDate>
                      <FactorsIdentifiedAtAssessment>
                        <AssessmentFactors>3B</AssessmentFactors>
                        <AssessmentFactors>4B</AssessmentFactors>
                      </FactorsIdentifiedAtAssessment>
                    </Assessments>
                %s    <ReferralNFA>0</ReferralNFA>
                  </CINdetails>
                """.formatted(
                        referredOn,
                        SOURCES[random.nextInt(SOURCES.length)],
                        referredOn.plusDays(2),
                        referredOn.plusDays(40),
                        random.nextInt(3) == 0 ? enquiry(referredOn) : "");
    }

    private String enquiry(LocalDate referredOn) {
        var conference = random.nextInt(16) == 0
                ? weekday(REFERENCE_DATE.minusDays(random.nextInt(20) + 2))
                : weekday(referredOn.plusDays(30));
        return """
                    <Section47>
                      <S47ActualStartDate>%s</S47ActualStartDate>
                      <DateOfInitialCPC>%s</DateOfInitialCPC>
                    </Section47>
                """.formatted(weekday(conference.minusDays(18)), conference);
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
