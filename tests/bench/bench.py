"""Benchmarks with the real program. Figures are medians and percentiles of this machine; compare ratios."""
import http.client
import json
import os
import statistics
import subprocess
import sys
import threading
import time

from program import TOKEN, Nginx, World, event, jsonl
from transport import transport


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def window():
    """Start to first painted frame (offscreen), filtering among 10,000 deliveries, and the UI thread under load."""
    world = World()
    nginx = Nginx(world.path)
    world.ok("target", "add", "--name", "cms", "--url", f"http://127.0.0.1:{nginx.port}/in", "--allow-private")
    world.write("events.jsonl", jsonl(event(n) for n in range(10000)))
    world.ok("emit", "events.jsonl")
    process, _ = world.serve()
    world.until(lambda: len(nginx.ids()) == 10000, "10,000 deliveries", 120)
    world.stop(process)
    starts, filters, gaps = [], [], []
    for round_number in range(6):
        env = {**world.env, "QT_QPA_PLATFORM": "offscreen", "CALLBOARD_THEME": "light"}
        started = time.monotonic_ns()
        load = ["2000"] if round_number == 5 else []
        out = subprocess.run([os.environ["CALLBOARD_BENCH_WINDOW"], str(world.workspace), *load], env=env,
                             capture_output=True, text=True, check=True).stdout
        result = json.loads(out)
        if round_number:  # the first fills the caches
            starts.append((int(result["painted"]) - started) / 1e6)
            filters.append(result["filterMax"])
        if load:
            gaps = [result["gap"], result["delivered"]]
    print(f"window: start to first painted frame {statistics.median(starts):.0f} ms (max {max(starts):.0f}); "
          f"slowest filter of 10,000 rows {max(filters):.1f} ms; "
          f"longest UI pause while {gaps[1]} attempts ran {gaps[0]} ms")
    nginx.close()
    world.close()


def latency(rate=200, seconds=10):
    """From the 202 of the door to the request's arrival at a receiver, single posts at a steady rate."""
    world = World()
    receiver, ready = world.start("receiver", "--listen", "127.0.0.1:0", "--json")
    world.ok("target", "add", "--name", "cms", "--url", ready["receiver"] + "/in", "--allow-private")
    process, door = world.serve()
    connection = http.client.HTTPConnection(door.removeprefix("http://"))
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/cloudevents+json"}
    arrived = []
    reader = threading.Thread(target=lambda: arrived.extend(receiver.stdout.readline() for _ in range(rate * seconds)))
    reader.start()  # a full pipe would hold the receiver up
    acknowledged = []
    begin = time.monotonic()
    for n in range(rate * seconds):
        delay = begin + n / rate - time.monotonic()
        if delay > 0:
            time.sleep(delay)
        connection.request("POST", "/v1/events", json.dumps(event(n)), headers)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 202, answer.status
        acknowledged.append(time.time())
    reader.join()
    requests = [json.loads(line) for line in arrived]
    by_asset = {json.loads(r["body"])["uuid"]: r["receivedAt"] for r in requests}
    rows = world.lines("deliveries", "--limit", rate * seconds)
    inside = []
    for row in rows[:500]:
        detail = world.lines("delivery", row["id"])[0]
        attempt = detail["attemptLog"][0]
        inside.append(parse(attempt["startedAt"]) + attempt["timings"].get("sentMs", 0) - parse(detail["events"][0]["receivedAt"]))
    outside = [parse(by_asset[f"asset-{n}"]) - 1000 * acknowledged[n] for n in range(rate * seconds)]
    print(f"latency at {rate}/s: accepted to on the wire p50 {percentile(inside, .5):.1f} ms, p95 {percentile(inside, .95):.1f} ms, "
          f"p99 {percentile(inside, .99):.1f} ms; 202 to arrival p95 {percentile(outside, .95):.1f} ms")
    world.stop(process)
    world.close()


def parse(iso):
    """Milliseconds since 1970 of 2026-01-02T03:04:05.678Z."""
    import datetime
    return datetime.datetime.fromisoformat(iso.replace("Z", "+00:00")).timestamp() * 1000


def delivery(count=10000):
    """From a full workspace to the last request at nginx, durable log on."""
    world = World()
    nginx = Nginx(world.path)
    world.ok("target", "add", "--name", "cms", "--url", f"http://127.0.0.1:{nginx.port}/in", "--allow-private")
    world.write("events.jsonl", jsonl(event(n) for n in range(count)))
    begin = time.monotonic()
    world.ok("emit", "events.jsonl")
    taken = time.monotonic() - begin
    process, _ = world.serve()
    begin = time.monotonic()
    world.until(lambda: len(nginx.ids()) == count, "all deliveries", 300)
    print(f"delivery: {count / taken:.0f} events/s taken in by file, {count / (time.monotonic() - begin):.0f} deliveries/s to nginx, durable")
    world.stop(process)
    print("         ", world.ok("audit").splitlines()[-1])
    nginx.close()
    world.close()


BENCHES = {"window": window, "latency": latency, "delivery": delivery, "transport": transport}

if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "all"
    for name, bench in BENCHES.items():
        if chosen in ("all", name):
            bench()
