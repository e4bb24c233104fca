"""The window on a screen of its own (Xvfb, openbox), with 100,000 deliveries in its log, against its budgets."""
import os
import pathlib
import statistics
import subprocess
import time

from program import PROGRAM, Nginx, World, event, free_port, jsonl
from report import ROUNDS, SCALE, line, load, median, scaled
from screen import Screen

ROWS = 100_000
SECONDS = 60       # of load
IDLE_SECONDS = 20
MIB = 1024         # of the KiB that /proc counts in


def window():
    world = World()
    screen = Screen(world, "window")
    try:
        screen.open()
        rows = scaled(ROWS)
        nginx = fill(world, rows)
        print(f"window: {rows:,} deliveries stored, Xvfb {os.environ.get('QT_SCALE_FACTOR', '1')}x, release build", flush=True)
        start(world)
        filters(world)
        scrolling(world)
        payload(world)
        idle(world, screen)
        under_load(world)
        nginx.close()
    finally:
        screen.close()
        world.close()


def fill(world, rows):
    """Nineteen of twenty delivered, one failed; closed in order, the log in front at the next start."""
    nginx = Nginx(world.path)
    world.ok("target", "add", "--name", "cms", "--url", f"http://127.0.0.1:{nginx.port}/in", "--allow-private", "--pipelining")
    world.ok("target", "add", "--name", "feed", "--url", f"http://127.0.0.1:{free_port()}/in", "--allow-private", "--retry", "none",
             "--on", "failure")
    world.write("events.jsonl", jsonl(event(n) for n in range(rows * 19 // 20)))
    world.write("failures.jsonl", jsonl(event(n, kind="media.asset.failed", status="error") for n in range(rows, rows + rows // 20)))
    world.ok("target", "set", "cms", "--on", "success")
    world.ok("emit", "events.jsonl")
    world.ok("emit", "failures.jsonl")
    process, _ = world.serve()
    world.until(lambda: world.lines("deliveries", "--state", "queued", "--limit", 1) == [], f"{rows} deliveries", 600)
    world.stop(process)
    settings = pathlib.Path(world.env["XDG_CONFIG_HOME"]) / "callboard" / "callboard.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text("[window]\npage=1\nonClose=quit\n")
    return nginx


def started(world, part, *arguments):
    """What the part says, its instants as milliseconds since the process was asked for."""
    begin = time.monotonic_ns()
    said = load("bench_window", part, *arguments, env=world.env)
    return {key: (int(value) - begin) / 1e6 if isinstance(value, str) else value for key, value in said.items()}


def start(world):
    started(world, "start", world.workspace)  # the first fills the caches
    runs = [started(world, "start", world.workspace) for _ in range(max(ROUNDS, 5))]
    bare, _ = median(lambda: started(world, "bare")["painted"])
    painted = [run["painted"] for run in runs]
    usable = [run["withRows"] for run in runs]
    line("start to the first painted window", statistics.median(painted), "ms", at_most=300, rounds=painted)
    line("start to the log's rows painted", statistics.median(usable), "ms", at_most=300, rounds=usable)
    line("  a bare window of the same toolkit", bare, "ms")


def filters(world):
    for name, took in load("bench_window", "filter", world.workspace, env=world.env).items():
        line(f"filter by {name} to its first page painted", took, "ms", at_most=100)


def scrolling(world):
    said = load("bench_window", "scroll", world.workspace, env=world.env)
    line("scrolling, from frame to frame, median", said["median"], "ms")
    line("scrolling, from frame to frame, 99 of 100", said["p99"], "ms", at_most=16)


def payload(world):
    said = load("bench_window", "payload", env=world.env)
    line("10 MiB of JSON on one line to its first screen", said["screen"], "ms", at_most=150)
    line("longest pause of the window while it is laid out", said["gap"], "ms", at_most=50)
    line("  the most of it that was the window's own work", said["work"], "ms", at_most=50)
    plain = load("bench_window", "plain", env=world.env)
    line("  the same bytes in the toolkit's plain text editor", plain["screen"], "ms")


def under_load(world):
    said = load("bench_window", "load", world.workspace, max(5, int(SECONDS * SCALE)), env=world.env)
    assert said["following"] and said["top"], "the log follows no longer"
    line(f"longest pause while {said['sent']:,} events came in, 2,000/s", said["gap"], "ms", at_most=50)
    line("  the most of it that was the window's own work", said["work"], "ms", at_most=50)
    line("  most that the log's newest row lagged behind", said["lag"], "ms", at_most=1000)
    line("  delivered meanwhile", said["finished"], "deliveries")


def idle(world, screen):
    """The program itself, left alone with the log in front of it."""
    with open(world.path / "stderr.txt", "a") as stderr:
        program = subprocess.Popen([PROGRAM, "--workspace", str(world.workspace)], env=world.env, stdout=subprocess.PIPE, stderr=stderr)
    world.running.append(program)
    screen.wait_for("w – Callboard")
    time.sleep(5)
    before = used(program.pid)
    time.sleep(IDLE_SECONDS)
    line(f"processor time of {IDLE_SECONDS} idle seconds", 100 * (used(program.pid) - before) / IDLE_SECONDS, "%", at_most=0.5)
    line("memory with the log in front", memory(program.pid), "MiB", at_most=100)
    program.terminate()
    program.wait(timeout=20)


def used(pid):
    """Seconds of processor time, all threads."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return next(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmRSS")) / MIB
