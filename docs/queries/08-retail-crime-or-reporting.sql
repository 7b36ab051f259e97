-- Question: violent or repeated retail crime: is it more crime or more reporting?
-- Asked by: councils, of the commissioner's office: the counts are exact and must not be passed on
-- Role: opfcc
-- Read as: more submissions from as many shops is more crime, or the same shops reporting more; more shops is more reporting.
select
    area_name,
    month,
    submissions,
    active_premises,
    round(submissions_per_premises::numeric, 1) as submissions_per_premises,
    round(violent_percent::numeric, 1) as violent_percent,
    round(evidence_ready_percent::numeric, 1) as evidence_ready_percent
from opfcc.retail_activity
order by area_name, month;
