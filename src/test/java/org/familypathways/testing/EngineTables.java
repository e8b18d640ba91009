package org.familypathways.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that the engine keeps, now and as history; what people write must never be in it. */
@Component
public class EngineTables {

    private final JdbcClient jdbc;

    EngineTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns, as {@code table.column}, in which the text stands. */
    public List<String> where(String text) {
        return jdbc.sql("""
                        select table_name || '.' || column_name place, data_type from information_schema.columns
                        where table_name like 'act\\_%' and table_schema = current_schema()
                          and data_type in ('character varying', 'text', 'bytea')
                        """).query(Column.class).list().stream()
                .filter(column -> holds(column, text))
                .map(Column::place)
                .toList();
    }

    private boolean holds(Column column, String text) {
        String table = column.place().substring(0, column.place().indexOf('.'));
        String value =
                column.dataType().equals("bytea") ? "encode(%s, 'escape')".formatted(column.place()) : column.place();
        return jdbc.sql("select exists (select from %s where %s like :text)".formatted(table, value))
                .param("text", "%" + text + "%")
                .query(Boolean.class)
                .single();
    }

    record Column(String place, String dataType) {}
}
