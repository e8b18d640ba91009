-- A reference that people read and write: a letter and at least six digits, and more of them after the first million.
create function next_reference(letter text, numbers regclass) returns text language sql volatile as $$
    select letter || '-' || lpad(number::text, greatest(6, length(number::text)), '0')
    from (select nextval(numbers) as number) as next
$$;

-- A referral or a census file may know a child by the unique pupil number alone.
create index child_pupil_number on child (unique_pupil_number) where unique_pupil_number is not null;
