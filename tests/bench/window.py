"""Start to first painted frame (offscreen), filtering among 10,000 deliveries, and the UI thread under load."""
import json
import os
import pathlib
import statistics
import subprocess
import time

from program import Nginx, World, event, jsonl


def window():
    world = World()
    nginx = Nginx(world.path)
    world.ok("target", "add", "--name", "cms", "--url", f"http://127.0.0.1:{nginx.port}/in", "--allow-private")
    world.write("events.jsonl", jsonl(event(n) for n in range(10000)))
    world.ok("emit", "events.jsonl")
    process, _ = world.serve()
    world.until(lambda: len(nginx.ids()) == 10000, "10,000 deliveries", 120)
    world.stop(process)
    program = pathlib.Path(os.environ["CALLBOARD_BENCH_PROGRAMS"]) / "bench_window"
    starts, filters, gaps = [], [], []
    for round_number in range(6):
        env = {**world.env, "QT_QPA_PLATFORM": "offscreen", "CALLBOARD_THEME": "light"}
        started = time.monotonic_ns()
        load = ["2000"] if round_number == 5 else []
        out = subprocess.run([program, str(world.workspace), *load], env=env, capture_output=True, text=True,
                             check=True).stdout
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
