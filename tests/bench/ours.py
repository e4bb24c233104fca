"""Callboard's own figures. Each measure runs the real program in a workspace of its own, through its real door."""
import contextlib
import os
import pathlib
import subprocess
import time

from program import PROGRAM, World, free_port
from receiver import Receiver, wait_for
from report import load

DOOR = pathlib.Path(os.environ["CALLBOARD_BENCH_PROGRAMS"]) / "bench_door"
PIPELINED = ("--pipelining", "--connections", "4", "--pipeline-depth", "32")


@contextlib.contextmanager
def world():
    made = World()
    try:
        yield made
    finally:
        made.close()


@contextlib.contextmanager
def receiving(where):
    receiver = Receiver(where.path)
    try:
        yield receiver
    finally:
        receiver.close()


def add_target(where, url, *options):
    where.ok("target", "add", "--name", "cms", "--url", url, "--allow-private", *options)


def post(where, door, events, batch=100, connections=4, first=0):
    """What bench_door says: began, seconds, accepted."""
    return load("bench_door", "post", door.rsplit(":", 1)[1], events, batch, connections, first, env=where.env)


def check_ledger(where):
    done = subprocess.run([PROGRAM, "audit"], capture_output=True, text=True, env=where.env, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr


def end_to_end(count, *options):
    """Deliveries a second, from the first event posted to the last request at nginx."""
    with world() as where, receiving(where) as receiver:
        add_target(where, receiver.url, *options)
        process, door = where.serve()
        posted = post(where, door, count)
        receiver.wait(count, 60 + count / 100)
        assert where.stop(process) == 0
        assert receiver.different() == count
        check_ledger(where)
        return count / (receiver.last() - posted["began"])


def door_alone(count, batch, connections):
    """Events a second that the door commits, where no target wants them."""
    with world() as where:
        add_target(where, "http://127.0.0.1:8/in")
        where.ok("target", "disable", "cms")
        process, door = where.serve()
        posted = post(where, door, count, batch, connections)
        where.stop(process)
        return posted["accepted"] / posted["seconds"]


def to_the_wire(rate, seconds, *options):
    """What bench_door says: percentiles 50, 95, 99 in milliseconds."""
    with world() as where:
        port = free_port()
        add_target(where, f"http://127.0.0.1:{port}/in", *options)
        process, door = where.serve()
        measured = load("bench_door", "paced", door.rsplit(":", 1)[1], port, rate, seconds, env=where.env)
        where.stop(process)
        return measured


def by_file(count):
    """Events a second that `emit` takes in from a file of JSON Lines."""
    with world() as where:
        add_target(where, "http://127.0.0.1:8/in", *PIPELINED)
        lines = subprocess.run([DOOR, "events", str(count)], capture_output=True, text=True, check=True).stdout
        where.write("events.jsonl", lines)
        begin = time.monotonic()
        where.ok("emit", "events.jsonl")
        return count / (time.monotonic() - begin)


def backlog(count):
    """A target that is paused while `count` events come in, resumed, and the program started again on all that."""
    with world() as where, receiving(where) as receiver:
        add_target(where, receiver.url, *PIPELINED)
        where.ok("target", "pause", "cms")
        process, door = where.serve()
        post(where, door, count)
        paused, highest = settled_memory(process.pid), memory(process.pid, "VmHWM")
        where.stop(process)
        begin = time.monotonic()
        subprocess.run([PROGRAM, "target", "resume", "cms"], env=where.env, check=True, timeout=900,
                       stdout=subprocess.DEVNULL)
        resumed = time.monotonic() - begin
        begin = time.time()
        process, _ = where.serve()
        ready = time.time() - begin
        receiver.wait(min(count, 10000), 300)
        sending = memory(process.pid, "VmRSS")
        where.kill(process)  # it would take its time to send the rest
        return {"paused": paused, "highest": highest, "sending": sending, "resume": resumed, "ready": ready,
                "first": receiver.first() - begin}


def waiting_assets(few, many):
    """(bytes a waiting asset, megabytes at `many`): what windows that are open cost in memory."""
    with world() as where:
        add_target(where, "http://127.0.0.1:8/in", "--coalesce", "12h")
        process, door = where.serve()
        post(where, door, few)
        before = settled_memory(process.pid)
        post(where, door, many - few, first=few)
        after = settled_memory(process.pid)
        where.kill(process)
        return (after - before) * 1e6 / (many - few), after


def memory(pid, what):
    """Megabytes."""
    for entry in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if entry.startswith(what + ":"):
            return int(entry.split()[1]) * 1024 / 1e6
    raise AssertionError(what)


def settled_memory(pid):
    """Resident memory once the process has nothing left to do."""
    times = pathlib.Path(f"/proc/{pid}/stat")
    idle_since = [time.monotonic(), None]

    def idle():
        used = times.read_text().rsplit(")", 1)[1].split()[11:13]
        if used != idle_since[1]:
            idle_since[:] = time.monotonic(), used
        return time.monotonic() - idle_since[0] > 0.5

    wait_for(idle, "an idle engine", 60)
    return memory(pid, "VmRSS")
