package org.familypathways.record.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Workers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.RecordSection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pathways that a family is on at present, and what is to be done in each, by whom; two statements. */
@Component
class OpenPathways implements RecordSection {

    private final JdbcClient jdbc;
    private final Workers workers;

    OpenPathways(JdbcClient jdbc, Workers workers) {
        this.jdbc = jdbc;
        this.workers = workers;
    }

    private record OpenStep(
            String pathway,
            Timestamp since,
            @Nullable String task,
            @Nullable Timestamp due,
            @Nullable String assignee,
            @Nullable String offeredTo,
            @Nullable String goesOnIn) {

        /** Who holds the task, or the roles and, in a restricted family, the named people to whom it is offered. */
        Stream<String> people() {
            return assignee != null
                    ? Stream.of(assignee)
                    : Stream.ofNullable(offeredTo).flatMap(offered -> Stream.of(offered.split(",")));
        }
    }

    @Override
    public String title() {
        return "Open pathways";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Table of(String familyId) {
        var steps = steps(familyId);
        var names = workers.names(
                steps.stream().flatMap(OpenStep::people).distinct().toList());
        return new Table(
                "What this family is on now",
                List.of("Pathway", "Since", "To do now", "Whose", "Due"),
                steps.stream().map(step -> row(step, names)).toList());
    }

    private List<OpenStep> steps(String familyId) {
        return jdbc.sql("""
                        select d.name_ as pathway, p.start_time_, t.name_ as task, t.due_date_, t.assignee_,
                          (select string_agg(distinct coalesce(split_part(l.group_id_, '.', 1), l.user_id_), ',')
                           from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate') as offered_to,
                          (select string_agg(distinct cd.name_, ', ') from act_ru_execution c
                           join act_ru_execution caller on caller.id_ = c.super_exec_
                           join act_re_procdef cd on cd.id_ = c.proc_def_id_
                           where caller.proc_inst_id_ = e.id_) as goes_on_in
                        from act_ru_variable v
                        join act_ru_execution e on e.id_ = v.execution_id_ and e.parent_id_ is null
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        join act_hi_procinst p on p.id_ = e.id_
                        left join act_ru_task t on t.proc_inst_id_ = e.id_
                        where v.name_ = 'familyId' and v.text_ = :family and d.key_ <> 'notification-delivery'
                        order by p.start_time_, e.id_, t.due_date_ nulls last, t.id_
                        """).param("family", familyId).query(OpenPathways::step).list();
    }

    private static OpenStep step(ResultSet row, int number) throws SQLException {
        return new OpenStep(
                row.getString("pathway"),
                row.getTimestamp("start_time_"),
                row.getString("task"),
                row.getTimestamp("due_date_"),
                row.getString("assignee_"),
                row.getString("offered_to"),
                row.getString("goes_on_in"));
    }

    private static List<String> row(OpenStep step, Map<String, String> names) {
        Timestamp due = step.due();
        return List.of(
                step.pathway(),
                EnglishTime.day(step.since().toInstant()),
                toDo(step),
                whose(step, names),
                due == null ? "" : EnglishTime.day(due.toInstant()));
    }

    private static String toDo(OpenStep step) {
        if (step.task() != null) {
            return step.task();
        }
        return step.goesOnIn() == null ? "Nothing: it waits for something to happen" : "Goes on in: " + step.goesOnIn();
    }

    private static String whose(OpenStep step, Map<String, String> names) {
        return step.people()
                .map(who -> PracticeRole.of(who).map(PracticeRole::title).orElse(names.getOrDefault(who, who)))
                .collect(Collectors.joining(" or "));
    }
}
