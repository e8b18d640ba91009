-- Monitoring asks several times a minute how many clocks run beyond their last day.
create index statutory_clock_overdue on statutory_clock (breach_at) where status = 'RUNNING';
