-- Question: in which wards do people report faults of the place (lighting, CCTV, rubbish), and is it changing?
-- Asked by: councils
-- Role: council
-- Read as: released counts only. Where no ward can be told safely, the council as a whole is. Releases say how many reports
--   name a fault, not which one: 06-reasons-by-ward.sql does, for the police.
select
    area_name,
    area_kind,
    period,
    first_day,
    count,
    withheld,
    case
        when not withheld then rank() over (partition by area_kind, period, first_day order by count desc nulls last)
    end as rank,
    previous_count,
    round(ratio::numeric, 2) as ratio,
    direction,
    note
from partner.trend
where latest and category = 'streetsafe.place' and area_kind in ('WARD', 'COUNCIL')
order by first_day desc, period, area_kind desc, count desc nulls last, area_name;
