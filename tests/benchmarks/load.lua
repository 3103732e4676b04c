-- Asks for the paths of a file in turn, every thread from another on, and tells what came back as JSON.
local paths, at, threads = {}, 0, 0

for path in io.lines(os.getenv("TASALSUL_LOAD_PATHS")) do
  paths[#paths + 1] = path
end

function setup(thread)
  thread:set("from", threads * 17)
  threads = threads + 1
end

function init()
  at = from
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.2f, "p50": %.1f, "p99": %.1f, "longest": %.1f, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, e.status, e.connect + e.read + e.write + e.timeout))
end
