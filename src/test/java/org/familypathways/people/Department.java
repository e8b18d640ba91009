package org.familypathways.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Workers who come for one test, with the password of the demo people, and leave after it. */
@Component
class Department {

    private final Workers workers;
    private final Teams teams;
    private final JdbcClient jdbc;
    private final List<String> joined = new ArrayList<>();

    Department(Workers workers, Teams teams, JdbcClient jdbc) {
        this.workers = workers;
        this.teams = teams;
        this.jdbc = jdbc;
    }

    String joins(String name) {
        String account = name.toLowerCase() + "." + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(account, name + " Madeup", null, true));
        letSignIn(account);
        joined.add(account);
        return account;
    }

    String joins(String name, PracticeRole role, String team) {
        String account = joins(name);
        workers.give(account, role, teams.find(team).orElseThrow());
        return account;
    }

    void letSignIn(String account) {
        jdbc.sql("""
                        update worker set one_time_until = null,
                          password = (select password from worker where account_id = 'amina.khan')
                        where account_id = :account
                        """).param("account", account).update();
    }

    void everybodyLeaves() {
        joined.forEach(workers::leave);
        joined.clear();
    }
}
