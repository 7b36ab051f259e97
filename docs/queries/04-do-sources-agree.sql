-- Question: at which places do several sources have reports?
-- Asked by: police analysts
-- Role: analyst
-- Read as: each source counts something else. Compare the columns, never add them up.
select
    overlap.cell,
    place.ward_name,
    place.council_name,
    overlap.latitude,
    overlap.longitude,
    overlap.as_of,
    overlap.sources_56,
    overlap.streetsafe_56,
    overlap.stop_hate_uk_56,
    overlap.retail_56
from analyst.source_overlap as overlap
left join (select distinct cell, ward_name, council_name from analyst.hotspot) as place using (cell)
where overlap.sources_56 >= 2
order by overlap.sources_56 desc, overlap.streetsafe_56 desc, overlap.stop_hate_uk_56 desc, overlap.retail_56 desc, cell;
