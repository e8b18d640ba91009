-- The family's record: who belongs to it, who works with it, and everything that was written about it.
create sequence family_number;
create sequence child_number;
create sequence person_number;

create table family (
    id         text primary key,
    area       text        not null,
    created_at timestamptz not null
);

create table child (
    id                     text primary key,
    family_id              text not null references family,
    first_name             text,
    last_name              text,
    birth_date             date,
    expected_birth_date    date,
    sex                    text,
    authority_child_id     text unique,
    unique_pupil_number    text,
    created_at             timestamptz not null,
    check (birth_date is null or expected_birth_date is null)
);
create index child_family on child (family_id);
create index child_name on child (lower(last_name), lower(first_name));

-- Adults of the family network: parents, relatives, friends, and the professionals whom the family wants there.
create table network_member (
    id                text primary key,
    family_id         text    not null references family,
    first_name        text    not null,
    last_name         text    not null,
    relation          text    not null,
    parental_responsibility boolean not null default false,
    agency            text,
    email             text,
    telephone         text,
    address           text,
    safe_contact      text,
    safe_address      text,
    separate_contact  boolean not null default false,
    language          text,
    interpreter       boolean not null default false,
    invited           boolean not null default false,
    excluded_because  text,
    created_at        timestamptz not null,
    left_network_at   timestamptz
);
create index network_member_family on network_member (family_id);
create index network_member_name on network_member (lower(last_name), lower(first_name));

create table episode (
    id              bigint generated always as identity primary key,
    child_id        text not null references child,
    referral_date   date not null,
    referral_source text not null,
    primary_need    text,
    closed_on       date,
    closure_reason  text,
    unique (child_id, referral_date)
);

create table involvement (
    id         bigint generated always as identity primary key,
    family_id  text not null references family,
    account_id text not null,
    role       text not null,
    from_day   date not null,
    until_day  date
);
create index involvement_family on involvement (family_id);
create index involvement_account on involvement (account_id) where until_day is null;
create unique index involvement_once on involvement (family_id, account_id, role) where until_day is null;

-- One row for every version of an entry; the newest is the one that counts.
create table record_entry (
    id                  bigint generated always as identity primary key,
    entry_id            bigint      not null,
    version             int         not null,
    family_id           text references family,
    child_id            text references child,
    person_id           text references network_member,
    pathway             text        not null,
    process_instance_id text,
    task_id             text,
    task_key            text        not null,
    form_id             text        not null,
    form_version        int         not null,
    author              text        not null,
    recorded_at         timestamptz not null,
    answers             jsonb,
    change              text,
    change_reason       text,
    superseded          boolean     not null default false,
    unique (entry_id, version)
);
create sequence record_entry_number;
create index record_entry_family on record_entry (family_id, recorded_at desc) where not superseded;
create index record_entry_step on record_entry (process_instance_id, task_key);
-- the same task is never completed twice
create unique index record_entry_task on record_entry (task_id) where version = 1 and task_id is not null;

create table draft (
    task_id    text        not null,
    account_id text        not null,
    answers    jsonb       not null,
    saved_at   timestamptz not null,
    primary key (task_id, account_id)
);

create table family_plan (
    id            bigint generated always as identity primary key,
    family_id     text        not null references family,
    process_instance_id text  not null,
    agreed_on     date        not null,
    summary       text        not null,
    closed_on     date
);
create index family_plan_family on family_plan (family_id);

create table plan_action (
    id             bigint generated always as identity primary key,
    plan_id        bigint not null references family_plan,
    action         text   not null,
    owner_person   text references network_member,
    owner_name     text   not null,
    due_on         date,
    status         text   not null default 'open',
    status_note    text,
    status_on      date
);
create index plan_action_plan on plan_action (plan_id);
