-- The application reads and writes rows and nothing else; what is append-only is taken back by the module that owns it.
-- Nodes that start together do this one after the other: PostgreSQL lets nobody grant what somebody else is granting.
do $$ begin perform pg_advisory_xact_lock(7240001002); end $$;
grant usage on schema practice, public to ${applicationRole};
grant select, insert, update, delete on all tables in schema practice, public to ${applicationRole};
grant usage, select on all sequences in schema practice, public to ${applicationRole};
revoke insert, update, delete on practice.flyway_schema_history from ${applicationRole};
revoke update, delete on practice.practice_fact from ${applicationRole};
revoke update, delete on practice.read_log from ${applicationRole};
revoke delete on practice.statutory_clock from ${applicationRole};
revoke update, delete on practice.clock_correction from ${applicationRole};
-- when the time to keep them is over, both go with the document to which they belong
revoke update, delete on practice.document_version from ${applicationRole};
revoke update, delete on practice.document_piece from ${applicationRole};
revoke update, delete on practice.sign_in_change from ${applicationRole};
revoke update, delete on practice.people_change from ${applicationRole};
revoke delete on practice.absence from ${applicationRole};
revoke update, delete on practice.family_conflict, practice.family_conflict_withdrawn from ${applicationRole};
revoke update, delete on practice.family_restriction, practice.family_restriction_person from ${applicationRole};
grant update (lifted_by, lifted_at, lift_reason) on practice.family_restriction to ${applicationRole};
revoke update, delete on practice.family_flag, practice.family_flag_lifted from ${applicationRole};
