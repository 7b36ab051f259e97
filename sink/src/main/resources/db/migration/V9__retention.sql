-- Views that count records reach back as far as records are kept.

comment on view analyst.reason_by_hour is 'Which reason is given at what hour of the week, by ward and month; reports whose hour is not known are left out. Add up over places and months, but not over reasons: a report may give several. Reaches back as far as reports are kept.';
comment on view opfcc.retail_activity is 'Is it more crime or more reporting? Retail submissions by area and month beside the premises that made them, and how many were violent or ready as evidence. Reaches back as far as reports are kept: months near that age are not complete.';
