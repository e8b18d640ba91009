package org.familypathways.intake;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be said about the children of an import. */
@Repository
class CensusFindings {

    private final JdbcClient jdbc;

    CensusFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(long importId, List<CensusOutcome> outcomes) {
        var findings = outcomes.stream()
                .flatMap(outcome -> outcome.findings().stream().map(finding -> new About(outcome, finding)))
                .toList();
        jdbc.sql("""
                        insert into census_import_finding (import_id, line, la_child_id, rejected, rule, sentence)
                        select :import, found.* from unnest(:lines, :children, :rejected, :rules, :sentences)
                          as found (line, la_child_id, rejected, rule, sentence)
                        """)
                .param("import", importId)
                .param(
                        "lines",
                        column(findings, about -> about.finding().line()).toArray(Integer[]::new))
                .param(
                        "children",
                        column(findings, about -> about.outcome().child().laChildId())
                                .toArray(String[]::new))
                .param(
                        "rejected",
                        column(findings, about -> about.outcome() instanceof CensusOutcome.Rejected)
                                .toArray(Boolean[]::new))
                .param(
                        "rules",
                        column(findings, about -> about.finding().rule()).toArray(String[]::new))
                .param(
                        "sentences",
                        column(findings, about -> about.finding().sentence()).toArray(String[]::new))
                .update();
    }

    private static <T> java.util.stream.Stream<T> column(List<About> findings, Function<About, T> value) {
        return findings.stream().map(value);
    }

    private record About(CensusOutcome outcome, CensusFinding finding) {}
}
