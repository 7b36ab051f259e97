-- Question: which reasons are given, at what hour of which day?
-- Asked by: police analysts
-- Role: analyst
-- Read as: a cell of a heat map for each row, over the last twelve months. Do not add up over reasons: a report may give
--   several. For one place add "and ward_name = '…'".
select
    source,
    reason,
    day_of_week,
    hour_of_day,
    sum(reports)::bigint as reports
from analyst.reason_by_hour
where month >= date_trunc('month', current_date) - interval '12 months'
group by source, reason, day_of_week, hour_of_day
order by source, reason, day_of_week, hour_of_day;
