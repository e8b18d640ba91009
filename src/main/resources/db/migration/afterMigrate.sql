-- The application reads and writes rows and nothing else; what is append-only is taken back by the module that owns it.
grant usage on schema practice, public to ${applicationRole};
grant select, insert, update, delete on all tables in schema practice, public to ${applicationRole};
grant usage, select on all sequences in schema practice, public to ${applicationRole};
revoke insert, update, delete on practice.flyway_schema_history from ${applicationRole};
revoke update, delete on practice.practice_fact from ${applicationRole};
revoke update, delete on practice.read_log from ${applicationRole};
revoke delete on practice.statutory_clock from ${applicationRole};
revoke update, delete on practice.clock_correction from ${applicationRole};
revoke update, delete on practice.family_conflict, practice.family_conflict_withdrawn from ${applicationRole};
revoke update, delete on practice.family_flag, practice.family_flag_lifted from ${applicationRole};
