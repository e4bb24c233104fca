"""What all suites of this room share: a world whose program can be led into faults, and the source that posts to it."""
import contextlib
import http.client
import itertools
import json
import os
import pathlib
import random
import select
import socket
import sqlite3
import subprocess
import sys
import threading
import time

from program import PROGRAM, TOKEN, World, event

HERE = pathlib.Path(__file__).parent
SHIM = os.environ["CALLBOARD_SHIM"]
IN_FLIGHT = 8 + 4 * 8 + 8  # of the three usual targets together, at most
RETRY = ",".join(["200ms"] * 3 + ["1s"] * 30)


# Root may do anything to a read-only file; without its capabilities it may not.
PLAIN_USER = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()


def quiet_port():
    """Free, and below those the system gives to clients, so that it is free after a crash, too."""
    while True:
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", random.randrange(20000, 32000)))
            return probe.getsockname()[1]


class Refused(Exception):
    """The program ended instead of getting ready."""

    def __init__(self, code, said):
        super().__init__(f"exit {code}: {said}")
        self.code, self.said = code, said


class FaultWorld(World):
    """Targets at a receiver that notes everything: plain, pipelining, and one that coalesces."""

    TARGETS = {"plain": [], "pipelining": ["--pipelining"], "coalescing": ["--coalesce", "1s"]}

    def __init__(self, targets=None, delay=2):
        super().__init__()
        self.port = quiet_port()
        self.seen_file = self.path / "seen.log"
        self.plan_file = self.path / "plan"
        self.stderr_file = self.path / "stderr.txt"
        # Under a sanitizer the shim is loaded before its runtime, which it would otherwise refuse.
        self.shim = {"LD_PRELOAD": SHIM, "FAULT_PLAN": str(self.plan_file), "FAULT_STORE": str(self.workspace),
                     "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
        self.receiver = subprocess.Popen([sys.executable, HERE / "receiver.py", self.seen_file, str(delay)],
                                         stdout=subprocess.PIPE, text=True)
        self.running.append(self.receiver)
        self.receiver_url = json.loads(self.receiver.stdout.readline())["receiver"]
        self.receiver_port = int(self.receiver_url.rsplit(":", 1)[1])
        for name, options in (self.TARGETS if targets is None else targets).items():
            retry = () if "--retry" in options else ("--retry", RETRY)
            self.ok("target", "add", "--name", name, "--url", f"{self.receiver_url}/{name}", "--allow-private", *retry, *options)

    def spawn(self, *arguments, before=(), port=None, **env):
        """`serve` on this world's port, not waited for."""
        command = [*before, PROGRAM, "serve", "--listen", f"127.0.0.1:{port or self.port}", *arguments]
        with open(self.stderr_file, "a", encoding="utf-8") as stderr:
            said_before = stderr.tell()
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True, cwd=self.path,
                                       env={**self.env, **env}, restore_signals=False)
        process.said_before = said_before
        self.running.append(process)
        return process

    def launch(self, *arguments, patience=20, **more):
        """`serve`, ready; with .took, the seconds until it was. Refused where it ends instead."""
        began = time.monotonic()
        process = self.spawn(*arguments, **more)
        if not select.select([process.stdout], [], [], patience)[0]:
            raise AssertionError(f"not ready within {patience} s: {self.said(process)}")
        if not process.stdout.readline().startswith('{"ready":true,'):
            raise Refused(process.wait(), self.said(process))
        process.took = time.monotonic() - began
        return process

    def said(self, process=None):
        """What was written to stderr, since this process began."""
        return self.stderr_file.read_bytes()[process.said_before if process else 0:].decode()

    def plan(self, operations, at, action, how="once", port=0):
        """From now on the K-th of these calls of a program with the shim fails or is its last."""
        fresh = self.path / "plan.new"
        fresh.write_text(f"{operations} {at} {action} {how} {port}\n", encoding="utf-8")
        self.fired().unlink(missing_ok=True)
        fresh.replace(self.plan_file)

    def unplan(self):
        """No fault any more; whether there was one."""
        self.plan_file.unlink(missing_ok=True)
        return self.fired().exists()

    def fired(self):
        return self.path / "plan.fired"

    def seen(self):
        """[path, webhook-id, event, asset, time] of every request, in order of arrival."""
        return [line.split() for line in self.seen_file.read_text(encoding="utf-8").splitlines()]

    def drain(self, seconds=20):
        """Until nothing is owed any more."""
        with contextlib.closing(sqlite3.connect(f"file:{self.workspace}?mode=ro", uri=True)) as db:
            owed = lambda: db.execute("SELECT target_id, state, COUNT(*) FROM delivery WHERE state < 10 GROUP BY 1, 2").fetchall()
            try:
                self.until(lambda: not owed(), "an empty backlog", seconds)
            except AssertionError as error:
                raise AssertionError(f"still owed (target, state, count): {owed()}") from error


class Source:
    """A platform as it should be: notes what was acknowledged and posts again, with the same ids, what was not."""

    def __init__(self, port, seed=1, assets=60, timeout=30):
        self.port, self.assets, self.timeout = port, assets, timeout
        self.numbers = itertools.count()
        self.random = random.Random(seed)
        self.acknowledged = set()
        self.duplicates = 0  # events that were stored before they were acknowledged
        self.unanswered = []
        self.refusals = []  # (status, answer) of what was not taken
        self.wrong = []
        self.posts = 0
        self.lock = threading.Lock()
        self.local = threading.local()
        self.stopping = threading.Event()
        self.threads = []

    def make(self, count=1):
        numbers = [next(self.numbers) for _ in range(count)]
        return [event(n, f"asset-{n % self.assets}", assetName=f"e{n}") for n in numbers]

    def post(self, events):
        """Status, or None where no answer came. Counts what was acknowledged, keeps the rest."""
        single = len(events) == 1
        kind = "application/cloudevents+json" if single else "application/cloudevents-batch+json"
        try:
            connection = self.connection()
            connection.request("POST", "/v1/events", json.dumps(events[0] if single else events),
                               {"Authorization": f"Bearer {TOKEN}", "Content-Type": kind})
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException):
            self.hang_up()
            with self.lock:
                self.unanswered.append(events)
            return None
        with self.lock:
            self.take_answer(events, answer.status, json.loads(text))
        return answer.status

    def take_answer(self, events, status, answer):
        self.posts += 1
        if status == 202:
            if answer["accepted"] + answer["duplicates"] != len(events):
                self.wrong.append((len(events), answer))
            self.acknowledged.update(e["id"] for e in events)
            self.duplicates += answer["duplicates"]
            return
        self.refusals.append((status, answer))
        self.unanswered.append(events)
        if status != 503:
            self.wrong.append((status, answer))

    def connection(self):
        if not getattr(self.local, "connection", None):
            self.local.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        return self.local.connection

    def hang_up(self):
        if getattr(self.local, "connection", None):
            self.local.connection.close()
        self.local.connection = None

    def run(self, threads=4, pause=0.01):
        """Posts until stop(): singles and now and then a batch, what is unanswered first."""
        for _ in range(threads):
            self.threads.append(threading.Thread(target=self.work, args=(pause,)))
            self.threads[-1].start()

    def work(self, pause):
        while not self.stopping.wait(pause):
            with self.lock:
                again = self.unanswered.pop(0) if self.unanswered else None
                events = again or self.make(50 if self.random.random() < 0.05 else 1)
            self.post(events)
        self.hang_up()

    def stop(self):
        self.hang_up()
        self.stopping.set()
        for thread in self.threads:
            thread.join()
        self.threads.clear()
        self.stopping.clear()

    def settle(self, seconds=30):
        """Posts again until everything is acknowledged."""
        end = time.monotonic() + seconds
        while self.unanswered:
            self.post(self.unanswered.pop(0))
            if self.unanswered and time.monotonic() > end:
                raise AssertionError(f"never acknowledged: {self.unanswered[:3]}; refused with {self.refusals[-1:]}")
            if self.unanswered and self.posts % 5 == 0:
                time.sleep(0.05)  # a source does not hammer either
