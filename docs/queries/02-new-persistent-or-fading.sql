-- Question: is a hot spot new, persistent or fading?
-- Asked by: police analysts
-- Role: analyst
-- Read as: the class looks at 13 windows of 28 days; where provisional is true it may still change.
select
    category,
    case
        when emerging_class in ('NEW', 'CONSECUTIVE') then 'new'
        when emerging_class in ('PERSISTENT', 'INTENSIFYING') then 'persistent'
        when emerging_class in ('DIMINISHING', 'HISTORICAL', 'FORMER') then 'fading'
        else 'comes and goes'
    end as answer,
    emerging_class,
    cell,
    ward_name,
    council_name,
    disk_count_28,
    disk_count_56,
    provisional
from analyst.hotspot
where emerging_class <> 'NONE'
order by category, answer, intensity desc, cell;
