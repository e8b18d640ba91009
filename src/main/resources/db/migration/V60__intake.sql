-- Referrals that came over the interface, so that the same one sent again gets the same answer.
create table received_referral (
    sender               text        not null,
    reference            text        not null,
    content_sha256       text        not null,
    received_at          timestamptz not null,
    family_id            text,
    child_id             text,
    primary key (sender, reference)
);

-- One census file that somebody brought in, and how far it got.
create table census_import (
    id                bigint generated always as identity primary key,
    file_name         text        not null,
    uploaded_by       text        not null,
    uploaded_at       timestamptz not null,
    as_of             date        not null,
    area              text        not null,
    state             text        not null,
    attempts          int         not null default 0,
    census_year       int,
    reference_date    date,
    authority         text,
    remark            text,
    children_read     int         not null default 0,
    children_accepted int         not null default 0,
    children_rejected int         not null default 0,
    children_warned   int         not null default 0,
    children_new      int         not null default 0,
    episodes_read     int         not null default 0,
    episodes_new      int         not null default 0,
    conferences_read  int         not null default 0,
    conferences_new   int         not null default 0,
    offers_begun      int         not null default 0,
    stopped_because   text,
    finished_at       timestamptz
);
create index census_import_open on census_import (id) where state in ('waiting', 'reading', 'offering');

-- The file itself, only until it has been read: in the database, because any node may read it.
create table census_import_chunk (
    import_id bigint not null references census_import,
    position  int    not null,
    content   bytea  not null,
    primary key (import_id, position)
);

-- Which children an import has met, so that one that stands in the file twice is noticed without keeping it in memory.
create table census_import_child (
    import_id   bigint not null references census_import,
    la_child_id text   not null,
    upn         text,
    line        int    not null,
    child_id    text   not null,
    primary key (import_id, la_child_id)
);
create index census_import_child_upn on census_import_child (import_id, upn) where upn is not null;

create table census_import_finding (
    id          bigint generated always as identity primary key,
    import_id   bigint  not null references census_import,
    line        int     not null,
    la_child_id text,
    rejected    boolean not null,
    rule        text    not null,
    sentence    text    not null
);
create index census_import_finding_page on census_import_finding (import_id, rejected desc, line, id);

-- Initial conferences that census files brought, and the offer that each led to.
create table census_conference (
    child_id            text        not null,
    referred_on         date        not null,
    held_on             date        not null,
    plan_made           boolean     not null,
    import_id           bigint      not null references census_import,
    offered_at          timestamptz,
    offered_in_import   bigint references census_import,
    primary key (child_id, referred_on, held_on)
);
create index census_conference_held on census_conference (held_on);
