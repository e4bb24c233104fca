"""One line a figure, with its unit, and with the goal beside it where there is one."""
import contextlib
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess

SCALE = float(os.environ.get("CALLBOARD_BENCH_SCALE", "1"))  # of every count of events; goals are meant for 1
ROUNDS = int(os.environ.get("CALLBOARD_BENCH_ROUNDS", "3"))


def scaled(count):
    return max(1000, int(count * SCALE))


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.2f}"


def line(what, value, unit, at_least=None, at_most=None, rounds=()):
    goal = ""
    if at_least is not None:
        goal = f"goal >= {number(at_least)}: {'reached' if value >= at_least else 'MISSED'}"
    if at_most is not None:
        goal = f"goal <= {number(at_most)}: {'reached' if value <= at_most else 'MISSED'}"
    spread = f"  ({', '.join(number(v) for v in rounds)})" if len(rounds) > 1 else ""
    print(f"  {what:66} {number(value):>10} {unit:14} {goal}{spread}", flush=True)


def median(measure):
    """(median, all) of as many rounds as are asked for."""
    values = [measure() for _ in range(ROUNDS)]
    return statistics.median(values), values


def load(name, *arguments, env=None):
    """The JSON object that a program of this folder prints."""
    program = pathlib.Path(os.environ["CALLBOARD_BENCH_PROGRAMS"]) / name
    done = subprocess.run([program, *map(str, arguments)], env=env, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, f"{name} {arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    return json.loads(done.stdout)


def print_machine():
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"{os.cpu_count()} CPUs ({cpu[1] if cpu else platform.machine()}), Linux {platform.release()}; "
          f"Qt {package('libqt6core6')}, SQLite {package('libsqlite3-0')}, nginx {package('nginx-core', 'nginx')}")


def package(*names):
    for name in names:
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            version = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True,
                                     check=True).stdout
            if version:
                return version
    return "?"
