package org.familypathways.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds families by a reference or by how names begin. The front door finds any family, because it must know whether a
 * child is on record; everybody else finds those that they may see. Families restricted to others are found by nobody.
 */
@Service
public class FamilySearch {

    private static final PracticeRole[] FRONT_DOOR = {
        PracticeRole.FRONT_DOOR_OFFICER, PracticeRole.FRONT_DOOR_MANAGER, PracticeRole.EDT
    };

    private final JdbcClient jdbc;
    private final FamilyAccess access;
    private final Permissions permissions;

    FamilySearch(JdbcClient jdbc, FamilyAccess access, Permissions permissions) {
        this.jdbc = jdbc;
        this.access = access;
        this.permissions = permissions;
    }

    /**
     * A family that was found.
     *
     * @param mayOpen whether the worker may read its record as well
     */
    public record Found(String id, String area, List<String> children, boolean mayOpen) {}

    /** Some of the families that were found, and how many there are. */
    public record Page(List<Found> families, int all) {}

    /** Whether the signed-in worker finds any family, also those that they do not work with; so does their deputy. */
    public boolean findsAnyFamily() {
        return permissions.worksAsAny(FRONT_DOOR);
    }

    /**
     * In the order of their references, newest first.
     *
     * @param words a reference, or one name or more that all belong to one person; empty for every family that the worker
     *     works with
     */
    public Page find(String accountId, String words, int offset, int limit) {
        var visible = access.visibleTo(accountId).toArray(String[]::new);
        boolean any = findsAnyFamily() && !words.isBlank();
        var asked = Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .toList();
        var scope = any ? "not (f.id = any(:families))" : "f.id = any(:families)";
        var query = jdbc.sql("""
                        select f.id, f.area, f.id = any(:visible) as may_open, count(*) over () as all_found,
                          (select array_agg(coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), 'Child ' || c.id)
                             order by coalesce(c.birth_date, c.expected_birth_date), c.id)
                           from child c where c.family_id = f.id) as children
                        from family f where %s and %s order by f.id desc offset :offset limit :limit
                        """.formatted(scope, condition(asked)))
                .param(
                        "families",
                        any ? access.hiddenFrom(accountId, FRONT_DOOR).toArray(String[]::new) : visible)
                .param("visible", visible)
                .param("reference", words.strip().toUpperCase(Locale.ROOT))
                .param("offset", offset)
                .param("limit", limit);
        for (int i = 0; i < asked.size(); i++) {
            query = query.param("word" + i, asked.get(i));
        }
        var all = new int[1];
        var found = query.query((row, number) -> {
                    all[0] = row.getInt("all_found");
                    return found(row);
                })
                .list();
        return new Page(found, all[0]);
    }

    private static String condition(List<String> asked) {
        if (asked.isEmpty()) {
            return ":reference = ''";
        }
        return """
                (f.id = :reference
                 or f.id in (select family_id from child where id = :reference or authority_child_id = :reference
                             or %1$s)
                 or f.id in (select family_id from network_member where id = :reference
                             or left_network_at is null and %1$s))
                """.formatted(everyWord(asked.size()));
    }

    private static String everyWord(int words) {
        var conditions = new ArrayList<String>();
        for (int i = 0; i < words; i++) {
            conditions.add("(lower(first_name) like :word%1$d or lower(last_name) like :word%1$d)".formatted(i));
        }
        return "(" + String.join(" and ", conditions) + ")";
    }

    private static Found found(ResultSet row) throws SQLException {
        var children = row.getArray("children");
        return new Found(
                row.getString("id"),
                row.getString("area"),
                children == null ? List.of() : List.of((String[]) children.getArray()),
                row.getBoolean("may_open"));
    }
}
