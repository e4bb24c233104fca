"""Deliveries a second, the door, latency, memory and starts, beside two queues of the field.

`./dev bench delivery PART...` runs parts alone. Loads of one figure are alike: the same record, batches of 100 on 4
connections, the same nginx; every event is an asset of its own, so that none is merged.
"""
import subprocess

import ours
import peers
from report import ROUNDS, load, line, median, scaled

results = {}  # what a later part compares with


def pipelined():
    count = scaled(200_000)
    value, rounds = median(lambda: ours.end_to_end(count, *ours.PIPELINED))
    results["ours"] = value
    line(f"end to end, pipelined (4 x 32), {count:,} events", value, "deliveries/s", at_least=12_000, rounds=rounds)


def qnam():
    count = scaled(60_000)
    value, rounds = median(lambda: ours.end_to_end(count))
    line(f"end to end, QNetworkAccessManager, {count:,} events", value, "deliveries/s", at_least=3_500, rounds=rounds)


def best_concurrency(measure, count):
    """Tried once each, as whoever runs it would."""
    return max((50, 100, 200), key=lambda concurrency: measure(count, concurrency))


def beside(name, count, measure):
    concurrency = best_concurrency(measure, count // 4)
    value, rounds = median(lambda: measure(count, concurrency))
    line(f"{name}, concurrency {concurrency}, {count:,} events", value, "deliveries/s", rounds=rounds)
    if "ours" in results:
        line(f"  Callboard, pipelined / {name.split(',')[0]}", results["ours"] / value, "x",
             at_least=4 if name.startswith("BullMQ") else None)
    return concurrency


def others(name):
    def part():
        if why := peers.missing():
            print(f"  {name} left out: {why}")
            return
        record = subprocess.run([ours.DOOR, "record"], capture_output=True, text=True, check=True).stdout
        PEERS[name](record)
    return part


def bullmq(record):
    def everysec(count, concurrency):
        return peers.bullmq(record, count, concurrency)

    count = scaled(40_000)
    concurrency = beside("BullMQ, Redis appendfsync everysec, undici", count, everysec)
    always = peers.bullmq(record, scaled(10_000), concurrency, fsync="always")
    line("  the same with appendfsync always (durable as ours), once", always, "deliveries/s")


def graphile(record):
    beside("graphile-worker, PostgreSQL, undici", scaled(40_000),
           lambda count, concurrency: peers.graphile(record, count, concurrency))


PEERS = {"bullmq": bullmq, "graphile": graphile}


def door():
    for count, batch, connections, goal in ((200_000, 100, 4, 25_000), (50_000, 1, 64, 5_000)):
        value, rounds = median(lambda: ours.door_alone(scaled(count), batch, connections))
        line(f"door alone, batches of {batch} on {connections} connections", value, "events/s", at_least=goal,
             rounds=rounds)


def wire():
    for name, options in (("QNetworkAccessManager", ()), ("pipelined", ours.PIPELINED)):
        for rate, goal in ((200, 10), (2000, 50)):
            measured = ours.to_the_wire(rate, 10, *options)
            line(f"p95 from 202 to the wire, {rate:,}/s, {name}", measured["acceptedToWire"][1], "ms", at_most=goal)
            line("  p95 from post to the wire", measured["postToWire"][1], "ms")


def backlog():
    count = scaled(1_000_000)
    seen = ours.backlog(count)
    line(f"resident with {count:,} held deliveries", seen["paused"], "MB", at_most=150)
    line("  at most while they came in", seen["highest"], "MB", at_most=150)
    line("  while they are sent", seen["sending"], "MB", at_most=150)
    line(f"start to ready with a backlog of {count:,}", seen["ready"], "s", at_most=3)
    line("start to the first delivery with it", seen["first"], "s", at_most=3)
    line("`target resume` of it", seen["resume"], "s")


def waiting():
    each, at_many = ours.waiting_assets(scaled(100_000), scaled(1_000_000))
    line("a waiting asset (windows open)", each, "bytes", at_most=300)
    line(f"  resident with {scaled(1_000_000):,} of them", at_many, "MB", at_most=150)


def file():
    value, rounds = median(lambda: ours.by_file(scaled(100_000)))
    line("taken in by file (emit), queued for a target", value, "events/s", rounds=rounds)


def engine():
    for mode, what in (("through", "taken in and delivered at once"), ("intake", "taken in, no target wants them"),
                       ("drain", "delivered from a backlog")):
        line(f"engine alone: {what}", load("bench_engine", mode, scaled(100_000))["perSecond"], "events/s")


PARTS = {"pipelined": pipelined, "qnam": qnam, "bullmq": others("bullmq"), "graphile": others("graphile"), "door": door,
         "wire": wire, "backlog": backlog, "waiting": waiting, "file": file, "engine": engine}


def delivery(*parts):
    unknown = [part for part in parts if part not in PARTS]
    assert not unknown, f"{', '.join(unknown)}: there are {', '.join(PARTS)}"
    print(f"delivery, medians of {ROUNDS}: ours commits with synchronous=FULL and keeps every attempt's bytes, "
          "the others keep no log")
    for part in parts or PARTS:
        PARTS[part]()
