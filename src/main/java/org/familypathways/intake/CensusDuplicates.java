package org.familypathways.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices a child that stands in one file twice, whatever the file's size: the first one counts. */
@Repository
class CensusDuplicates {

    private final JdbcClient jdbc;

    CensusDuplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CensusOutcome> reject(long importId, List<CensusOutcome> judged) {
        var lines = new HashMap<>(linesOf(importId, judged));
        var result = new ArrayList<CensusOutcome>(judged.size());
        for (var outcome : judged) {
            result.add(outcome instanceof CensusOutcome.Accepted accepted ? unlessSeen(accepted, lines) : outcome);
        }
        return result;
    }

    private static CensusOutcome unlessSeen(CensusOutcome.Accepted accepted, Map<String, Integer> lines) {
        var child = accepted.child();
        var sameId = lines.get(idKey(child));
        var sameUpn = child.upn() == null ? null : lines.get(upnKey(child.upn()));
        if (sameId != null) {
            return rejected(child, "1580", "The same child already stands at line %d.".formatted(sameId));
        }
        if (sameUpn != null) {
            return rejected(
                    child,
                    CensusFinding.IDENTITY,
                    "Another child, at line %d, has the same unique pupil number.".formatted(sameUpn));
        }
        lines.put(idKey(child), child.line());
        if (child.upn() != null) {
            lines.put(upnKey(child.upn()), child.line());
        }
        return accepted;
    }

    private Map<String, Integer> linesOf(long importId, List<CensusOutcome> judged) {
        var lines = new HashMap<String, Integer>();
        // asked for each by itself, so that every one is looked up in an index: with "or", the plan may read all
        // children that came before, and a file of twice the length takes four times as long
        jdbc.sql("""
                        select 'id ' || seen.la_child_id as child, seen.line from unnest(:ids) as asked (la_child_id)
                        join census_import_child seen
                          on seen.import_id = :import and seen.la_child_id = asked.la_child_id
                        union all
                        select 'upn ' || seen.upn, seen.line from unnest(:upns) as asked (upn)
                        join census_import_child seen on seen.import_id = :import and seen.upn = asked.upn
                        """)
                .param("import", importId)
                .param(
                        "ids",
                        values(judged.stream().map(outcome -> outcome.child().laChildId())))
                .param(
                        "upns",
                        values(judged.stream().map(outcome -> outcome.child().upn())))
                .query(row -> {
                    lines.put(row.getString("child"), row.getInt("line"));
                });
        return lines;
    }

    void remember(long importId, List<BroughtChild> brought) {
        jdbc.sql("""
                        insert into census_import_child (import_id, la_child_id, upn, line, child_id)
                        select :import, seen.* from unnest(:ids, :upns, :lines, :children)
                          as seen (la_child_id, upn, line, child_id)
                        """)
                .param("import", importId)
                .param(
                        "ids",
                        brought.stream().map(each -> each.child().laChildId()).toArray(String[]::new))
                .param("upns", brought.stream().map(each -> each.child().upn()).toArray(String[]::new))
                .param(
                        "lines",
                        brought.stream().map(each -> each.child().line()).toArray(Integer[]::new))
                .param("children", brought.stream().map(BroughtChild::childId).toArray(String[]::new))
                .update();
    }

    private static CensusOutcome rejected(CensusChild child, String rule, String sentence) {
        return new CensusOutcome.Rejected(child, List.of(new CensusFinding(child.line(), rule, sentence)));
    }

    private static String[] values(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull).toArray(String[]::new);
    }

    private static String idKey(CensusChild child) {
        return "id " + child.laChildId();
    }

    private static String upnKey(String upn) {
        return "upn " + upn;
    }
}
