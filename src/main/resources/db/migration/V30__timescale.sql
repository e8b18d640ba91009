-- One row for each statutory clock. A clock is never deleted: it ends met or stopped.
create table statutory_clock (
    id                  bigint generated always as identity primary key,
    family_id           text        not null,
    child_id            text,
    person_id           text,
    process_instance_id text        not null,
    -- the rule as it was when the clock began
    code                text        not null,
    rule_value          integer     not null,
    rule_unit           text        not null,
    rule_name           text        not null,
    rule_start_event    text        not null,
    rule_source         text        not null,
    rule_basis          text        not null,
    rule_effective_from date        not null,
    rule_table_version  integer     not null,
    started_on          date        not null,
    started_at          timestamptz,
    made_on             date        not null,
    due_at              timestamptz not null,
    breach_at           timestamptz not null,
    first_warning_at    timestamptz not null,
    second_warning_at   timestamptz not null,
    -- bank holidays that are not confirmed yet could still move it; the calendar it was worked out with
    provisional         boolean     not null,
    calendar            text        not null,
    original_due_at     timestamptz,
    status              text        not null default 'RUNNING' check (status in ('RUNNING', 'MET', 'STOPPED')),
    -- the last stage that was acted on, and when the next one comes
    stage               text        not null default 'QUIET'
                                    check (stage in ('QUIET', 'FIRST_WARNING', 'SECOND_WARNING', 'BREACHED')),
    next_stage_at       timestamptz generated always as (
                            case when status <> 'RUNNING' then null
                                 when stage = 'QUIET' then first_warning_at
                                 when stage = 'FIRST_WARNING' then second_warning_at
                                 when stage = 'SECOND_WARNING' then breach_at
                            end) stored,
    met_on              date,
    ended_at            timestamptz,
    breached_at         timestamptz,
    breach_reason       text,
    breach_accepted_by  text,
    stop_reason         text
);
-- a case runs a clock once at a time, for the whole case or for each child or person
create unique index statutory_clock_running
    on statutory_clock (process_instance_id, code, coalesce(child_id, ''), coalesce(person_id, ''))
    where status = 'RUNNING';
create index statutory_clock_next on statutory_clock (next_stage_at) where next_stage_at is not null;
create index statutory_clock_calendar on statutory_clock (calendar) where status = 'RUNNING';
create index statutory_clock_family on statutory_clock (family_id, due_at);

-- Every time the start of a clock was corrected: what it was, why and by whom.
create table clock_correction (
    id             bigint generated always as identity primary key,
    clock_id       bigint      not null references statutory_clock,
    old_started_on date        not null,
    new_started_on date        not null,
    old_due_at     timestamptz not null,
    new_due_at     timestamptz not null,
    reason         text        not null,
    corrected_by   text        not null,
    corrected_at   timestamptz not null
);
create index clock_correction_clock on clock_correction (clock_id);
