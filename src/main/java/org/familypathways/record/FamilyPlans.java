package org.familypathways.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.familypathways.record.FamilyPlan.Action;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlan.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans that families made at their conferences, and what became of each action. */
@Service
public class FamilyPlans {

    private final JdbcClient jdbc;
    private final Clock clock;

    FamilyPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records the plan of a case; a later one of the same case closes the one before. */
    @Transactional
    public long record(
            String familyId, String processInstanceId, LocalDate agreedOn, String summary, List<NewAction> actions) {
        close(processInstanceId);
        long plan = jdbc.sql("""
                        insert into family_plan (family_id, process_instance_id, agreed_on, summary)
                        values (:family, :processInstance, :agreedOn, :summary) returning id
                        """)
                .param("family", familyId)
                .param("processInstance", processInstanceId)
                .param("agreedOn", agreedOn)
                .param("summary", summary)
                .query(Long.class)
                .single();
        actions.forEach(action -> add(plan, action));
        return plan;
    }

    private void add(long plan, NewAction action) {
        jdbc.sql("""
                        insert into plan_action (plan_id, action, owner_person, owner_name, due_on)
                        values (:plan, :action, :person, :name, :dueOn)
                        """)
                .param("plan", plan)
                .param("action", action.action())
                .param("person", action.ownerPerson())
                .param("name", action.ownerName())
                .param("dueOn", action.dueOn())
                .update();
    }

    public void close(String processInstanceId) {
        jdbc.sql("update family_plan set closed_on = :today where process_instance_id = :id and closed_on is null")
                .param("today", LocalDate.now(clock))
                .param("id", processInstanceId)
                .update();
    }

    public void updateAction(long actionId, Status status, @Nullable String note) {
        jdbc.sql("update plan_action set status = :status, status_note = :note, status_on = :today where id = :id")
                .param("status", status.id())
                .param("note", note)
                .param("today", LocalDate.now(clock))
                .param("id", actionId)
                .update();
    }

    /** The action with the plan to which it belongs, in the plans of that family. */
    Optional<PlannedAction> findAction(String familyId, long actionId) {
        return ofFamily(familyId).stream()
                .flatMap(plan -> plan.actions().stream()
                        .filter(action -> action.id() == actionId)
                        .map(action -> new PlannedAction(plan, action)))
                .findFirst();
    }

    /** The plan that is in force in that case. */
    public Optional<FamilyPlan> current(String processInstanceId) {
        return plans("process_instance_id = :id and closed_on is null", processInstanceId).stream()
                .findFirst();
    }

    /** Newest first; two statements, however many plans and actions. */
    public List<FamilyPlan> ofFamily(String familyId) {
        return plans("family_id = :id", familyId);
    }

    private List<FamilyPlan> plans(String condition, String id) {
        Map<Long, List<Action>> actions = jdbc
                .sql("select * from plan_action where plan_id in (select id from family_plan where " + condition
                        + ") order by due_on nulls last, id")
                .param("id", id)
                .query((row, number) -> Map.entry(row.getLong("plan_id"), action(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select * from family_plan where " + condition + " order by agreed_on desc, id desc")
                .param("id", id)
                .query((row, number) -> plan(row, actions.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static FamilyPlan plan(ResultSet row, List<Action> actions) throws SQLException {
        return new FamilyPlan(
                row.getLong("id"),
                row.getString("family_id"),
                row.getString("process_instance_id"),
                row.getObject("agreed_on", LocalDate.class),
                row.getString("summary"),
                row.getObject("closed_on", LocalDate.class),
                actions);
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(
                row.getLong("id"),
                row.getString("action"),
                row.getString("owner_person"),
                row.getString("owner_name"),
                row.getObject("due_on", LocalDate.class),
                Status.of(row.getString("status")),
                row.getString("status_note"));
    }
}
