-- Passkeys, in the two tables that Spring Security's repositories read and write; the names and columns are theirs. Kept is
-- what proves a passkey, never the passkey. The id of an account is random, so that a browser keeps no name under it.
create table user_entities (
    id           text primary key,
    name         text not null unique references worker (account_id),
    display_name text
);

create table user_credentials (
    credential_id                text primary key,
    user_entity_user_id          text        not null references user_entities (id),
    public_key                   bytea       not null,
    signature_count              bigint      not null,
    uv_initialized               boolean     not null,
    backup_eligible              boolean     not null,
    authenticator_transports     text        not null,
    public_key_credential_type   text        not null,
    backup_state                 boolean     not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamptz not null,
    last_used                    timestamptz not null,
    label                        text        not null
);
create index passkey_of_worker on user_credentials (user_entity_user_id);
