-- Question: which 20 places have significantly more reports now than their past makes one expect?
-- Asked by: police analysts
-- Role: analyst
-- Read as: observed and expected are reports in and around the cell in the 28 days to as_of; q_value pays for the
--   number of cells looked at. Neighbouring cells share reports: analyst.alert has them as one place.
select
    category,
    cell,
    ward_name,
    council_name,
    as_of,
    disk_count_28 as observed,
    round(expected_28::numeric, 1) as expected,
    emergence_q as q_value,
    rank_all as rank,
    explanation
from analyst.hotspot
where status = 'ALERT'
order by emergence_q, emergence_p, category, cell
limit 20;
