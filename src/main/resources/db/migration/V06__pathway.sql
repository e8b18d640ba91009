-- The last part of a case's business key: <pathway>:<reference>:<number>.
create sequence pathway_number;

-- Every unit of models that this installation has been given with the application, and whether it went live. A unit is
-- a pathway with its forms, or a decision table. A unit without a deployment waits as a proposal for the managers.
create table model_baseline (
    unit_key      text        not null,
    sha256        text        not null,
    first_seen_at timestamptz not null,
    deployment_id text,
    primary key (unit_key, sha256)
);
