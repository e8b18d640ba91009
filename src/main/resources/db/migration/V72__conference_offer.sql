-- Offers of a Family Group Conference: one row for each case in which a family was, or was to be, offered one.
create table conference_offer (
    process_instance_id text primary key,
    family_id           text not null references family,
    trigger             text not null,
    conference_held_on  date,
    plan_made           boolean,
    began_on            date not null,
    outcome             text,
    closed_on           date,
    check ((outcome is null) = (closed_on is null))
);
create index conference_offer_family on conference_offer (family_id);

-- Everybody who was to be asked, and what became of it.
create table conference_offer_holder (
    process_instance_id text not null references conference_offer,
    person_id           text not null references network_member,
    offered_on          date,
    answer              text not null,
    answered_on         date,
    reason              text,
    consented_on        date,
    primary key (process_instance_id, person_id)
);
