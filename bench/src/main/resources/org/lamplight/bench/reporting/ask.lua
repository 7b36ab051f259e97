-- Asks for one address as fast as it is answered; # in it is another number each time.
-- Prints milliseconds (p50, p95, p99) and requests a second.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

function init(args)
  path, n = args[2], tonumber(args[3]) + id * 1000000
  wrk.headers["Authorization"] = "Bearer " .. args[1]
  wrk.headers["Accept-Encoding"] = "gzip"
end

function request()
  n = n + 1
  return wrk.format("GET", (path:gsub("#", string.format("%d", n))))
end

function done(summary, latency)
  local failed = summary.errors
  print(string.format("figures %f %f %f %f %d",
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    summary.requests / summary.duration * 1000000,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
