"""From the 202 of the door to the request's arrival at a receiver, single posts at a steady rate."""
import datetime
import http.client
import json
import threading
import time

from program import TOKEN, World, event


def latency(rate=200, seconds=10):
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
    inside = [inside_ms(world.lines("delivery", row["id"])[0])
              for row in world.lines("deliveries", "--limit", rate * seconds)[:500]]
    outside = [parse(by_asset[f"asset-{n}"]) - 1000 * acknowledged[n] for n in range(rate * seconds)]
    print(f"latency at {rate}/s: accepted to on the wire p50 {percentile(inside, .5):.1f} ms, "
          f"p95 {percentile(inside, .95):.1f} ms, p99 {percentile(inside, .99):.1f} ms; "
          f"202 to arrival p95 {percentile(outside, .95):.1f} ms")
    world.stop(process)
    world.close()


def inside_ms(detail):
    """From the event's row to the request sent, by the log's own times."""
    attempt = detail["attemptLog"][0]
    return parse(attempt["startedAt"]) + attempt["timings"].get("sentMs", 0) - parse(detail["events"][0]["receivedAt"])


def parse(iso):
    """Milliseconds since 1970 of 2026-01-02T03:04:05.678Z."""
    return datetime.datetime.fromisoformat(iso.replace("Z", "+00:00")).timestamp() * 1000


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
