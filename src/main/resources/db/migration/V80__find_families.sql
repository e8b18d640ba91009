-- Names are looked for by how they begin.
create index child_first_name_begins on child (lower(first_name) text_pattern_ops);
create index child_last_name_begins on child (lower(last_name) text_pattern_ops);
create index network_member_first_name_begins on network_member (lower(first_name) text_pattern_ops);
create index network_member_last_name_begins on network_member (lower(last_name) text_pattern_ops);
