-- The groups that a deputy has only by workers who have a conflict of interest with the family: nobody lends what is closed
-- to themselves. A group that is the deputy's own, or also lent by somebody without a conflict, is not among them.
create view lent_in_conflict as
select a.deputy_id as account_id, c.family_id, h.role || '.' || h.team_id as group_id
from absence a
join family_conflict_now c on c.account_id = a.account_id
join role_holding h on h.account_id = a.account_id and h.held_until is null
where a.ended_at is null and not exists (
  select from role_holding g where g.role = h.role and g.team_id = h.team_id and g.held_until is null
    and (g.account_id = a.deputy_id or exists (
      select from absence other where other.account_id = g.account_id and other.deputy_id = a.deputy_id
        and other.ended_at is null
        and (now() at time zone 'Europe/London')::date between other.from_day and other.until_day
        and not exists (select from family_conflict_now theirs
          where theirs.account_id = g.account_id and theirs.family_id = c.family_id))));
