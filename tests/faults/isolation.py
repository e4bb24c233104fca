#!/usr/bin/env python3
"""One target that answers beside 99 that accept, read and never do: how long the one waits, alone and in that company."""
import datetime
import http.client
import json
import math
import socket
import subprocess
import sys
import time
import unittest

from program import TOKEN, Nginx, World, event

HANGING = 99
EVENTS = 100
PACE = 0.05  # seconds between two events
FLOOR_MS = 20  # of timers and of a machine that does other things, too
PATIENCE = 10  # seconds for the last answers
SOCKETS = 150  # that hang before it is measured: of the 256 places the 99 have all they can get

HANG = """
import asyncio, sys
open_now = 0
class Hang(asyncio.Protocol):
    def connection_made(self, transport):
        global open_now
        open_now += 1
    def connection_lost(self, error):
        global open_now
        open_now -= 1
async def count(reader, writer):
    writer.write(str(open_now).encode())
    writer.close()
async def main():
    loop = asyncio.get_running_loop()
    hang = await loop.create_server(Hang, "127.0.0.1", 0, backlog=512)
    counter = await asyncio.start_server(count, "127.0.0.1", 0)
    print(hang.sockets[0].getsockname()[1], counter.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""


class Hanging:
    """A receiver that never answers, in a process of its own; it counts the connections it holds."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, "-c", HANG], stdout=subprocess.PIPE, text=True)
        self.port, self.counter = map(int, self.process.stdout.readline().split())

    def held(self):
        with socket.create_connection(("127.0.0.1", self.counter)) as connection:
            return int(connection.recv(20))

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def milliseconds(row):
    """From accepted to answered; without end where nobody answered until now."""
    return 1000 * (moment(row["finishedAt"]) - moment(row["createdAt"])).total_seconds() if row["finishedAt"] else math.inf


def p95(values):
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


class Isolation(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.nginx = Nginx(self.world.path)
        self.addCleanup(self.nginx.close)
        self.number = 0

    def emit(self, connection):
        self.number += 1
        connection.request("POST", "/v1/events", json.dumps(event(self.number)),
                           {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/cloudevents+json"})
        answer = connection.getresponse()
        answer.read()
        self.assertEqual(answer.status, 202)

    def measure(self, door):
        """Milliseconds from accepted to answered, of each of the next events at the healthy target."""
        connection = http.client.HTTPConnection(door.removeprefix("http://"), timeout=30)
        for _ in range(EVENTS):
            self.emit(connection)
            time.sleep(PACE)
        connection.close()
        end = time.monotonic() + PATIENCE
        while (rows := self.rows()) and not all(row["finishedAt"] for row in rows) and time.monotonic() < end:
            time.sleep(0.2)
        self.assertLessEqual(max(row["attempts"] for row in rows), 1)
        return [milliseconds(row) for row in rows]

    def rows(self):
        return self.world.lines("deliveries", "--target", "healthy", "--limit", EVENTS)  # newest first

    def company(self, hanging):
        for number in range(HANGING):
            self.world.ok("target", "add", "--name", f"hanging-{number}", "--url", f"http://127.0.0.1:{hanging.port}/{number}",
                          "--allow-private", "--timeout", "15s", "--retry", "none")

    def compare(self, *options):
        self.world.ok("target", "add", "--name", "healthy", "--url", f"http://127.0.0.1:{self.nginx.port}/", "--allow-private", *options)
        process, door = self.world.serve()
        alone = p95(self.measure(door))
        self.assertEqual(self.world.stop(process), 0)
        hanging = Hanging()
        self.addCleanup(hanging.close)
        self.company(hanging)
        process, door = self.world.serve()
        connection = http.client.HTTPConnection(door.removeprefix("http://"), timeout=30)
        for _ in range(3):
            self.emit(connection)
        connection.close()
        held = self.world.until(lambda: hanging.held() >= SOCKETS and hanging.held(), f"{SOCKETS} connections that hang", 10)
        beside = p95(self.measure(door))
        print(json.dumps({"options": options, "p95_alone_ms": alone, "p95_beside_ms": beside, "ratio": round(beside / max(alone, 1), 2),
                          "hanging": held}), file=sys.stderr)
        self.world.kill(process)  # nobody waits for what hangs
        self.assertLessEqual(beside, 2 * alone + FLOOR_MS)

    def test_plain(self):
        self.compare()

    def test_pipelining(self):
        self.compare("--pipelining")


if __name__ == "__main__":
    unittest.main()
