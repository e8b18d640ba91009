-- Every list of tasks is asked together with who may see them. The database estimates how many tasks that are, and reads
-- whatever is less: the tasks of the worker or the tasks of the list. By itself it cannot know how common a right is that
-- stands as a bit in a number, nor how much is in each of the many groups of a large department.
create statistics public.act_sta_auth_read on (perms_ & 2) from public.act_ru_authorization;
create statistics public.act_sta_auth_read_task on (perms_ & 64) from public.act_ru_authorization;
alter table public.act_ru_authorization alter column group_id_ set statistics 1000;
alter table public.act_ru_authorization alter column user_id_ set statistics 1000;
alter table public.act_ru_identitylink alter column group_id_ set statistics 1000;

-- "Due this week" and "Overdue".
create index act_idx_task_due on public.act_ru_task (due_date_);
