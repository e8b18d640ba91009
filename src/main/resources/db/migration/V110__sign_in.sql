-- A role that the identity provider's groups gave, and may take again; the others were given by people.
alter table role_holding add column by_group boolean not null default false;

-- Which session here was opened by which session with the identity provider. It goes with the session.
create table provider_session (
    session          char(36) primary key references spring_session (primary_id) on delete cascade,
    issuer           text not null,
    subject          text not null,
    provider_session text
);
create index provider_session_of_person on provider_session (issuer, subject);
create index provider_session_there on provider_session (issuer, provider_session);

-- A password that somebody else chose opens until then, and nothing but the page on which another one is chosen.
alter table worker add column one_time_until timestamptz;

-- Failures are counted for each place from which somebody tries, and for all of them together.
alter table sign_in_failure add column source_digest text not null default '';

-- What happened to the ways in which a worker signs in. Rows are added and never changed; nobody means the system.
create table sign_in_change (
    id         bigint generated always as identity primary key,
    changed_at timestamptz not null,
    account_id text        not null references worker,
    what       text        not null,
    changed_by text
);
create index sign_in_change_of_worker on sign_in_change (account_id, id);
