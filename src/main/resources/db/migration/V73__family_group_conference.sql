-- Families who wait for a co-ordinator, so that those who wait can be told how many are before them.
create table conference_waiting_list (
    process_instance_id text primary key,
    family_id           text        not null references family,
    referred_at         timestamptz not null,
    left_at             timestamptz
);
create index conference_waiting on conference_waiting_list (referred_at) where left_at is null;
