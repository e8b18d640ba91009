-- A worker with a declared conflict of interest never sees the family. Rows are added and never changed. The reference is
-- what was declared: whoever declares it need not see the family, nor learn whether there is one.
create table family_conflict (
    id          bigint generated always as identity primary key,
    account_id  text        not null references worker,
    family_id   text        not null,
    reason      text        not null,
    declared_by text        not null,
    declared_at timestamptz not null
);
create index family_conflict_of_worker on family_conflict (account_id, family_id);
create index family_conflict_with_family on family_conflict (family_id);

create table family_conflict_withdrawn (
    conflict_id  bigint primary key references family_conflict,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null,
    reason       text        not null
);

create view family_conflict_now as
select c.id, c.account_id, c.family_id, c.reason, c.declared_by, c.declared_at from family_conflict c
where not exists (select from family_conflict_withdrawn w where w.conflict_id = c.id);

-- What everybody must know of a family before they act or share, and until when. Rows are added and never changed.
create table family_flag (
    id        bigint generated always as identity primary key,
    family_id text        not null references family,
    person_id text,
    flag      text        not null,
    reason    text        not null,
    set_by    text        not null,
    set_at    timestamptz not null
);
create index family_flag_of_family on family_flag (family_id);

create table family_flag_lifted (
    flag_id   bigint primary key references family_flag,
    lifted_by text        not null,
    lifted_at timestamptz not null,
    reason    text        not null
);

create view family_flag_now as
select f.id, f.family_id, f.person_id, f.flag, f.reason, f.set_by, f.set_at from family_flag f
where not exists (select from family_flag_lifted l where l.flag_id = f.id);
