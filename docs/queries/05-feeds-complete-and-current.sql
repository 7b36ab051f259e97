-- Question: is each feed complete and current?
-- Asked by: police analysts
-- Role: analyst
-- Read as: late reports came more than 7 days after what they tell; superseded versions came too late to count.
--   analyst.rejected_row says where each rejected row stands and what is wrong with it.
select
    source,
    last_occurred_at,
    last_received_at,
    round(lag_p50_seconds / 3600.0, 1) as lag_p50_hours,
    round(lag_p95_seconds / 3600.0, 1) as lag_p95_hours,
    round(100.0 * late / nullif(accepted - corrected - withdrawn, 0), 1) as late_percent,
    rejected,
    round(rejected_percent::numeric, 1) as rejected_percent,
    superseded,
    other_codes
from analyst.feed_health
order by source;
