-- Question: in which wards are which faults of the place reported, and is it changing?
-- Asked by: police analysts, for the councils: the counts are exact and must not be passed on
-- Role: analyst
-- Read as: the 90 days to the newest report beside the 90 before.
select
    ward_name,
    council_name,
    reason,
    count(*) filter (where recent) as reports,
    count(*) filter (where not recent) as reports_before,
    rank() over (partition by reason order by count(*) filter (where recent) desc) as rank
from (
    select incident.*, first_day > newest - 90 as recent
    from analyst.incident
    cross join (select max(first_day) as newest from analyst.incident where source = 'streetsafe') as source
    where incident.source = 'streetsafe' and incident.first_day > newest - 180 and incident.ward_name is not null
) as report
cross join lateral unnest(reasons) as reason
group by ward_name, council_name, reason
order by reason, rank, ward_name;
