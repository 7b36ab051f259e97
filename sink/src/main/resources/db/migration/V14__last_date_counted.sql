-- Every question for trends asks for the last date counted. It changes once a day: until then rows are still updated in place.
create index hotspot_as_of on lamplight.hotspot (as_of);
