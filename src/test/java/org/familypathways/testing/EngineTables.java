package org.familypathways.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks into everything that the engine has stored: every column of every table of its own. */
@Component
public class EngineTables {

    private final JdbcClient jdbc;

    EngineTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns, as {@code table.column}, in which the text stands anywhere, small letters or capitals. */
    public List<String> where(String text) {
        return columns().stream()
                .filter(column -> holds(column, text))
                .map(Column::toString)
                .toList();
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'public' and table_name like 'act\\_%'
                          and data_type in ('text', 'character varying', 'character', 'bytea', 'json', 'jsonb')
                        order by table_name, column_name
                        """)
                .query((row, number) -> new Column(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("data_type").equals("bytea")))
                .list();
    }

    private boolean holds(Column column, String text) {
        String words = column.bytes() ? "encode(%s, 'escape')" : "%s::text";
        return jdbc.sql("select exists (select from %s where position(lower(:text) in lower(%s)) > 0)"
                        .formatted(column.table(), words.formatted(column.name())))
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    private record Column(String table, String name, boolean bytes) {

        @Override
        public String toString() {
            return table + "." + name;
        }
    }
}
