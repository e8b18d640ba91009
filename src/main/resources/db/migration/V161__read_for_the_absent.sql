-- For whom a deputy read; null where somebody read by themselves.
alter table read_log add column acted_for text;
