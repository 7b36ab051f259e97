-- Question: is hate reporting rising here, and in which strand?
-- Asked by: councils
-- Role: council
-- Read as: released counts only. twelve_months is there once four quarters in a row have been released and none is
--   withheld. A quarter between the limits is what the average of the released quarters makes one expect (3 sigma).
--   A rise of reports may be a rise of trust.
select
    area_name,
    category,
    first_day,
    last_day,
    count,
    withheld,
    round(rate_per_1000::numeric, 3) as rate_per_1000,
    case when count(count) over year = 4 then sum(count) over year end::bigint as twelve_months,
    case
        when count(count) over area > 0
            then greatest(0, avg(count) over area - 3 * sqrt(avg(count) over area))::numeric(10, 1)
    end as lower_limit,
    (avg(count) over area + 3 * sqrt(avg(count) over area))::numeric(10, 1) as upper_limit,
    direction,
    note
from partner.trend
where latest and category like 'stop-hate-uk%' and period = 'QUARTER' and area_kind in ('COUNCIL', 'FORCE')
window
    area as (partition by area_code, category),
    year as (
        partition by area_code, category order by first_day
        range between interval '9 months' preceding and current row)
order by area_name, category, first_day;
