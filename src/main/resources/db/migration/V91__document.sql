-- Documents of the record: written consent, letters, reports. A document belongs to an entry, and by it to a family and
-- a child; what it says stands here in pieces, so that it comes and goes without being held in memory as a whole.
create table document (
    id              bigint generated always as identity primary key,
    -- whatever the version of the entry
    entry_id        bigint not null,
    title           text   not null,
    -- the digest of the words of a letter that was made here; null for what somebody brought
    made_from       text,
    withdrawn_by    text,
    withdrawn_at    timestamptz,
    withdraw_reason text,
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check ((withdrawn_by is null) = (withdraw_reason is null))
);
create index document_entry on document (entry_id);

-- Written once: a newer version never overwrites.
create table document_version (
    document_id    bigint      not null references document on delete cascade,
    version        int         not null,
    file_name      text        not null,
    media_type     text        not null,
    size_in_bytes  bigint      not null,
    sha256         text        not null,
    added_by       text        not null,
    added_at       timestamptz not null,
    replace_reason text,
    primary key (document_id, version),
    check ((version = 1) = (replace_reason is null))
);

create table document_piece (
    document_id bigint not null,
    version     int    not null,
    position    int    not null,
    content     bytea  not null,
    primary key (document_id, version, position),
    foreign key (document_id, version) references document_version on delete cascade
);
-- pictures and PDFs are packed already
alter table document_piece alter column content set storage external;
