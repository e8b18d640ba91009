package org.familypathways.crash;

import java.util.List;

/** What holds for every pathway: record, facts, clocks, notifications and engine tell the same story. */
final class Invariants {

    private Invariants() {}

    static final List<Invariant> OF_ALL_PATHWAYS = List.of(
            new Invariant("each completed task of a person has exactly one entry", """
                    select task.id_ || ' ' || task.task_def_key_
                    from act_hi_taskinst task
                    left join record_entry entry on entry.task_id = task.id_ and entry.version = 1
                    where task.delete_reason_ = 'completed'
                    group by task.id_, task.task_def_key_ having count(entry.id) <> 1
                    """),
            new Invariant("each entry of a task belongs to one that was completed", """
                    select entry.task_id from record_entry entry
                    left join act_hi_taskinst task on task.id_ = entry.task_id
                    where entry.task_id is not null and task.delete_reason_ is distinct from 'completed'
                    """),
            new Invariant("an entry belongs to a case that exists, and to a family", """
                    select entry.id::text from record_entry entry
                    left join act_hi_procinst pathway on pathway.id_ = entry.process_instance_id
                    where pathway.id_ is null and entry.process_instance_id is not null or entry.family_id is null
                    """),
            new Invariant("each case begun by a form has exactly one entry of it", """
                    select pathway.id_ from act_hi_procinst pathway
                    left join record_entry entry on entry.process_instance_id = pathway.id_
                      and entry.task_key = pathway.start_act_id_ and entry.task_id is null and entry.version = 1
                    where pathway.start_user_id_ is not null and pathway.super_process_instance_id_ is null
                      and pathway.start_act_id_ in (select task_key from record_entry where task_id is null)
                    group by pathway.id_ having count(entry.id) <> 1
                    """),
            new Invariant("the same fact is recorded once for a step", """
                    select min(id) || ' ' || type from practice_fact
                    where process_instance_id is not null
                    group by type, process_instance_id, child_id, happened_on, details having count(*) > 1
                    """),
            new Invariant("a fact belongs to a case that exists and to a family that exists", """
                    select fact.id::text from practice_fact fact
                    left join act_hi_procinst pathway on pathway.id_ = fact.process_instance_id
                    left join family on family.id = fact.family_id
                    where fact.process_instance_id is not null and pathway.id_ is null or family.id is null
                    """),
            new Invariant("a running clock has a case that runs", """
                    select clock.id || ' ' || clock.code from statutory_clock clock
                    left join act_ru_execution pathway on pathway.id_ = clock.process_instance_id
                    where clock.status = 'RUNNING' and pathway.id_ is null
                    """),
            new Invariant("a clock was corrected only where the correction is kept", """
                    select clock.id || ' ' || clock.code from statutory_clock clock
                    left join clock_correction correction on correction.clock_id = clock.id
                    where (clock.original_due_at is not null) <> (correction.id is not null)
                    """),
            new Invariant("every clock has a case", """
                    select clock.id || ' ' || clock.code from statutory_clock clock
                    left join act_hi_procinst pathway on pathway.id_ = clock.process_instance_id
                    where pathway.id_ is null
                    """),
            new Invariant("a notification that is not settled has a delivery that runs", """
                    select notification.id from notification
                    left join act_ru_execution delivery on delivery.id_ = notification.delivery_id
                    where state not in ('sent', 'may-have-been-sent', 'not-sendable') and delivery.id_ is null
                    """),
            new Invariant("a delivery belongs to a notification, and each has had one", """
                    select delivery.id_ from act_hi_procinst delivery
                    left join notification on notification.delivery_id = delivery.id_
                    where delivery.proc_def_key_ = 'notification-delivery'
                    group by delivery.id_ having count(notification.id) <> 1
                    """),
            new Invariant("nobody is told the same twice", """
                    select min(id) from notification
                    group by once_key, recipient_kind, recipient having count(*) > 1
                    """),
            new Invariant("engine and its history agree on what runs", """
                    select coalesce(past.id_, present.id_) from act_hi_procinst past
                    full join (select * from act_ru_execution where parent_id_ is null) present on present.id_ = past.id_
                    where (past.end_time_ is null) <> (present.id_ is not null)
                    """),
            new Invariant("a task is open in the engine and in its history, or in neither", """
                    select coalesce(past.id_, present.id_) from act_hi_taskinst past
                    full join act_ru_task present on present.id_ = past.id_
                    where (past.end_time_ is null) <> (present.id_ is not null)
                    """),
            new Invariant("nothing is unfinished in a case that has ended", """
                    select step.proc_inst_id_ || ' ' || step.act_id_ from act_hi_actinst step
                    join act_hi_procinst pathway on pathway.id_ = step.proc_inst_id_
                    where pathway.end_time_ is not null and step.end_time_ is null
                    """),
            new Invariant("a case names a family that exists", """
                    select variable.proc_inst_id_ from act_ru_variable variable
                    left join family on family.id = variable.text_
                    where variable.name_ = 'familyId' and family.id is null
                    """),
            new Invariant("a running case is no dead end: it waits for a person, a job, an event or another case", """
                    select leaf.proc_inst_id_ || ' ' || coalesce(leaf.act_id_, '')
                    from act_ru_execution leaf
                    where leaf.is_active_ and not exists (select from act_ru_execution c where c.parent_id_ = leaf.id_)
                      and not exists (select from act_ru_task t where t.execution_id_ = leaf.id_)
                      and not exists (select from act_ru_job j where j.execution_id_ = leaf.id_)
                      and not exists (select from act_ru_event_subscr e where e.execution_id_ = leaf.id_)
                      and not exists (select from act_ru_execution s where s.super_exec_ = leaf.id_)
                      and exists (select from act_ru_execution root where root.id_ = leaf.proc_inst_id_)
                      and leaf.act_id_ not like 'gateway_%'
                    """),
            new Invariant("no child is without a family and no family without a child", """
                    select family.id from family left join child on child.family_id = family.id
                    where child.id is null and not exists (select from network_member m where m.family_id = family.id)
                    """),
            new Invariant("no job has been given up", """
                    select id_ || ' ' || coalesce(exception_msg_, '') from act_ru_job where retries_ = 0
                    """));

    /** What holds as soon as everything that the machine began has come to its end. */
    static final List<Invariant> AT_REST = List.of(
            new Invariant("nothing waits to be sent", """
                    select id || ' ' || state from notification where state in ('waiting', 'sending', 'failed')
                    """),
            new Invariant("each notification has had a delivery that came to its end", """
                    select notification.id || ' ' || notification.state from notification
                    left join act_hi_procinst delivery on delivery.id_ = notification.delivery_id
                      and delivery.end_time_ is not null
                    where delivery.id_ is null
                    """));
}
