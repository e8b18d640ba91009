package org.familypathways.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small census files for the tests, in the words of the census. */
final class CensusText {

    static final String HEADER = """
            <Header>
              <CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
              <Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source>
            </Header>""";

    private CensusText() {}

    static String file(String... children) {
        return "<Message>" + HEADER + "<Children>" + String.join("\n", children) + "</Children></Message>";
    }

    static String child(String laChildId, String... episodes) {
        return """
                <Child>
                  <ChildIdentifiers><LAchildID>%s</LAchildID><PersonBirthDate>2016-05-05</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
                  <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
                  %s
                </Child>""".formatted(laChildId, String.join("", episodes));
    }

    static String episode(String referredOn, String... rest) {
        return "<CINdetails><CINreferralDate>%s</CINreferralDate><ReferralSource>6</ReferralSource>%s</CINdetails>"
                .formatted(referredOn, String.join("", rest));
    }

    static String enquiry(String startedOn, String conferenceOn) {
        return """
                <Section47><S47ActualStartDate>%s</S47ActualStartDate><DateOfInitialCPC>%s</DateOfInitialCPC></Section47>""".formatted(startedOn, conferenceOn);
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<ReadChild> read(String text) {
        var children = new ArrayList<ReadChild>();
        CensusReader.open(bytes(text)).forEachRemaining(children::add);
        return children;
    }
}
