-- For whom a deputy acted when they brought or withdrew a document.
alter table document_version add column added_for text;
alter table document add column withdrawn_for text;
