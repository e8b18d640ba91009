-- Every change of who works here, in which roles and teams. Rows are added and never changed; nobody means the system.
create table people_change (
    id         bigint generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text,
    account_id text,
    team_id    text,
    what       text        not null,
    before     text,
    after      text
);
create index people_change_of_worker on people_change (account_id, id) where account_id is not null;
create index people_change_of_team on people_change (team_id, id) where team_id is not null;

-- A worker who is leaving still works here; what they hold is handed over before they have left.
alter table worker add column leaving boolean not null default false;

-- A team that was chosen for a family, other than the one of its area, stays when teams change their areas.
alter table family_team add column chosen boolean not null default false;

-- When a worker is away, the last day included, and who acts for them meanwhile.
create table absence (
    id         bigint generated always as identity primary key,
    account_id text        not null references worker,
    from_day   date        not null,
    until_day  date        not null,
    deputy_id  text references worker,
    set_by     text        not null,
    set_at     timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    check (until_day >= from_day),
    check (deputy_id <> account_id)
);
create index absence_of_worker on absence (account_id) where ended_at is null;
create index absence_of_deputy on absence (deputy_id) where ended_at is null;

-- Tasks that somebody took, or did, for a worker who was away.
create table acted_for (
    task_id     text primary key,
    account_id  text not null,
    for_account text not null
);

-- Whom the author acted for. Within the completion of a task the transaction knows it.
alter table record_entry add column acted_for text default nullif(current_setting('familypathways.acted_for', true), '');
alter table practice_fact add column acted_for text default nullif(current_setting('familypathways.acted_for', true), '');
