package org.familypathways.operations;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes that are connected to the database, each under the name that it gives itself there. */
@Component
public class ConnectedNodes {

    private final JdbcClient jdbc;

    ConnectedNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> names() {
        return jdbc.sql("""
                        select distinct application_name from pg_stat_activity
                        where datname = current_database() and usename = current_user and application_name <> ''
                        order by 1
                        """).query(String.class).list();
    }
}
