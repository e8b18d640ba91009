-- Who works here. A worker who leaves is made inactive and stays, because the record names them.
create table worker (
    account_id text primary key check (account_id ~ '^[a-z0-9]+([._-][a-z0-9]+)*$'),
    name       text        not null,
    email      text,
    password   text,
    active     boolean     not null default true,
    created_at timestamptz not null default now()
);

-- A team without an area serves the whole authority.
create table team (
    id   text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null,
    kind text not null,
    area text
);
create unique index team_of_kind_in_area on team (kind, coalesce(area, ''));

-- Who holds which role in which team, and since when; holding a role is what makes somebody a member of a team.
create table role_holding (
    id         bigint generated always as identity primary key,
    account_id text        not null references worker,
    role       text        not null,
    team_id    text        not null references team,
    held_from  timestamptz not null default now(),
    held_until timestamptz
);
create unique index role_held_now on role_holding (account_id, role, team_id) where held_until is null;
create index role_held_in_team on role_holding (team_id, role) where held_until is null;

-- Which team of each kind serves a family, and which one did before.
create table family_team (
    id           bigint generated always as identity primary key,
    family_id    text        not null,
    kind         text        not null,
    team_id      text        not null references team,
    served_from  timestamptz not null default now(),
    served_until timestamptz
);
create unique index family_team_now on family_team (family_id, kind) where served_until is null;
create index family_of_team_now on family_team (team_id) where served_until is null;

-- A restricted family is there for the named people only.
create table family_restriction (
    id            bigint generated always as identity primary key,
    family_id     text        not null,
    reason        text        not null,
    restricted_by text        not null,
    restricted_at timestamptz not null,
    lifted_by     text,
    lifted_at     timestamptz,
    lift_reason   text
);
create unique index family_restricted_now on family_restriction (family_id) where lifted_at is null;

create table family_restriction_person (
    restriction_id bigint      not null references family_restriction,
    account_id     text        not null references worker,
    added_by       text        not null,
    added_at       timestamptz not null,
    primary key (restriction_id, account_id)
);

-- Every read of a family's record, every search, export and print. Rows are added and never changed.
create table read_log (
    id         bigint generated always as identity primary key,
    read_at    timestamptz not null,
    account_id text        not null,
    family_id  text,
    what       text        not null,
    why        text        not null
);
create index read_log_family on read_log (family_id, read_at);
create index read_log_account on read_log (account_id, read_at);

-- Failed sign-ins, counted over all nodes, so that guessing a password takes longer than anybody has.
create table sign_in_failure (
    account_digest text        not null,
    failed_at      timestamptz not null
);
create index sign_in_failure_of_account on sign_in_failure (account_digest, failed_at);
