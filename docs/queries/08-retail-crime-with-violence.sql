-- Question: is violent retail crime rising here?
-- Asked by: councils
-- Role: council
-- Read as: released counts only; both are protected, so the share is approximate. Whether it is more crime or more reporting is
--   told by 08-retail-crime-or-reporting.sql, for the commissioner's office.
select
    submitted.area_name,
    submitted.period,
    submitted.first_day,
    submitted.count as submissions,
    violent.count as with_violence,
    round(100.0 * violent.count / nullif(submitted.count, 0)) as with_violence_percent,
    submitted.direction as submissions_direction,
    violent.direction as with_violence_direction
from partner.trend as submitted
left join partner.trend as violent
    on violent.latest and violent.category = 'retail.with-violence'
        and (violent.recipient, violent.area_code, violent.period, violent.first_day)
            = (submitted.recipient, submitted.area_code, submitted.period, submitted.first_day)
where submitted.latest and submitted.category = 'retail' and submitted.area_kind in ('COUNCIL', 'FORCE')
order by submitted.area_name, submitted.period, submitted.first_day;
