-- What happened to a family, in the words of practice. Rows are added and never changed.
create table practice_fact (
    id                  bigint generated always as identity primary key,
    type                text        not null,
    family_id           text        not null,
    child_id            text,
    happened_on         date        not null,
    recorded_at         timestamptz not null,
    recorded_by         text,
    process_instance_id text,
    details             jsonb       not null
);
create index practice_fact_family on practice_fact (family_id, happened_on, id);
create index practice_fact_type on practice_fact (type, happened_on);
