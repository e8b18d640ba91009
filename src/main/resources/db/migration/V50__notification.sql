-- What people are told: one row for each step and recipient, from the wish to tell them to what became of it.
create sequence notification_number;

create table notification (
    id                text        primary key,
    template          text        not null,
    family_id         text        not null,
    once_key          text        not null,
    recipient_kind    text        not null check (recipient_kind in ('worker', 'role', 'person')),
    recipient         text        not null,
    subject           text        not null,
    body              text        not null,
    personalisation   jsonb       not null,
    state             text        not null check (state in
        ('waiting', 'sending', 'sent', 'may-have-been-sent', 'failed', 'not-sendable')),
    -- by which a sending service can be asked later; a new one whenever a person decides to send again
    send_reference    uuid        not null unique,
    channel           text,
    sent_to           text,
    reason            text,
    attempts          integer     not null default 0,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    sent_at           timestamptz,
    read_at           timestamptz,
    decided_by        text,
    -- the process instance that delivers it now
    delivery_id       text,
    unique (once_key, recipient_kind, recipient)
);
create index notification_recipient on notification (recipient, recipient_kind, created_at);
create index notification_family on notification (family_id, created_at);
create index notification_undelivered on notification (state, changed_at) where state <> 'sent';
