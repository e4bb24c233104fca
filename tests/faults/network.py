#!/usr/bin/env python3
"""The real program in a network of its own: a name server that fails in every way, an interface that goes down, and a
proxy of the environment that is dead."""
import http.server
import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import unittest

ALONE = "CALLBOARD_TEST_NETWORK"
if __name__ == "__main__" and ALONE not in os.environ:  # once more, with a network and mounts that nobody else has
    os.environ[ALONE] = "1"
    os.execvp("unshare", ["unshare", "--map-root-user", "--mount", "--net", sys.executable, *sys.argv])

from mailserver import MailServer
from program import World, event, free_port, jsonl

NXDOMAIN, SERVFAIL = 3, 2


class NameServer(threading.Thread):
    """Answers by how a name begins: good, nx, servfail, silent; flap fails at first."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 53))
        self.flaps = 0
        self.asked = []

    def run(self):
        while True:
            query, sender = self.socket.recvfrom(2048)
            labels, at = [], 12
            while query[at]:
                labels.append(query[at + 1:at + 1 + query[at]].decode())
                at += 1 + query[at]
            question = query[12:at + 5]
            kind = struct.unpack("!H", question[-4:-2])[0]
            answer = self.answer(labels[0], kind)
            self.asked.append(labels[0])
            if answer is not None:
                code, records = answer
                head = query[:2] + struct.pack("!HHHHH", 0x8180 | code, 1, len(records), 0, 0)
                self.socket.sendto(head + question + b"".join(records), sender)

    def answer(self, name, kind):
        address = b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 0, 4) + socket.inet_aton("127.0.0.1")
        if name.startswith("silent"):
            return None
        if name == "nx":
            return NXDOMAIN, []
        if name == "servfail":
            return SERVFAIL, []
        if name == "flap" and kind == 1:
            self.flaps += 1
            if self.flaps <= 2:  # glibc asks twice
                return SERVFAIL, []
        return 0, [address] if kind == 1 else []


class Receiver(http.server.ThreadingHTTPServer):
    """Answers 200 and keeps the webhook-id of each request."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Visit)
        self.ids = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self):
        self.shutdown()
        self.server_close()


class Visit(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.ids.append(self.headers["webhook-id"])
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


def shell(*command):
    subprocess.run(command, check=True)


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shell("ip", "link", "set", "lo", "up")

    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.receiver = Receiver()
        self.addCleanup(self.receiver.close)

    def add(self, name, url, *options):
        self.world.ok("target", "add", "--name", name, "--url", url, "--allow-private", *options)

    def emit(self, count=1):
        self.world.write("events.jsonl", jsonl(event(n) for n in range(count)))
        self.world.ok("emit", "events.jsonl")

    def rows(self, state=None):
        return {row["targetName"]: row for row in self.world.lines("deliveries") if state in (None, row["state"])}


class F12Names(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with tempfile.NamedTemporaryFile("w", delete=False) as conf:
            conf.write("nameserver 127.0.0.1\noptions timeout:8 attempts:1\n")
        shell("mount", "--bind", conf.name, "/etc/resolv.conf")
        os.unlink(conf.name)
        cls.names = NameServer()
        cls.names.start()

    def test_each_failure_has_its_words_and_no_other_target_waits(self):
        for name in ("good", "nx", "servfail", "silent"):
            for way in ((), ("--pipelining",)):
                self.add(name + "-pipelining" * len(way), f"http://{name}.test:{self.receiver.server_port}/", "--retry", "none", *way)
        self.add("flap", f"http://flap.test:{self.receiver.server_port}/", "--retry", "300ms,300ms,300ms")
        process, _ = self.world.serve()
        self.emit()
        rows = self.world.until(lambda: len(self.rows("delivered")) == 3 and self.rows("delivered"), "three deliveries", 4)
        self.assertEqual(set(rows), {"good", "good-pipelining", "flap"})  # before the silent ones are given up
        self.assertGreater(rows["flap"]["attempts"], 1)
        rows = self.world.until(lambda: len(self.rows("failed")) == 6 and self.rows("failed"), "six failures", 10)
        for name, words in (("nx", "not found"), ("servfail", "Temporary failure"), ("silent", "the name server did not answer")):
            for way in ("", "-pipelining"):
                row = rows[name + way]
                self.assertEqual((row["cause"], row["attempts"], row["status"]), ("dns", 1, None))
                self.assertIn(words, row["error"])
                attempt = self.world.lines("delivery", row["id"])[0]["attemptLog"][0]
                self.assertEqual(attempt["outcome"], "not-sent")
                self.assertLess(attempt["timings"]["doneMs"], 6000)  # 5 s to connect, and a look-up is part of it
        self.assertEqual(len(self.receiver.ids), 3)
        self.assertEqual(self.world.stop(process), 0)


    def test_many_silent_names_hold_up_no_other(self):
        for number in range(30):
            self.add(f"silent-{number}", f"http://silent{number}.test:{self.receiver.server_port}/", "--retry", "none")
        process, _ = self.world.serve()
        self.emit()
        self.world.until(lambda: len({name for name in self.names.asked if name.startswith("silent")}) > 15, "many look-ups", 4)
        self.add("good", f"http://good.test:{self.receiver.server_port}/", "--retry", "none")
        self.world.write("late.json", event(77))
        self.world.ok("emit", "late.json")
        row = self.world.until(lambda: self.rows("delivered"), "a delivery to the name that is known", 4)["good"]
        self.assertLess(self.world.lines("delivery", row["id"])[0]["attemptLog"][0]["timings"]["doneMs"], 1000)
        self.world.kill(process)


class F13NetworkDown(Case):
    def test_down_and_up_again(self):
        self.addCleanup(shell, "ip", "link", "set", "lo", "up")
        for name, way in (("plain", ()), ("pipelining", ("--pipelining",))):
            url = f"http://127.0.0.1:{self.receiver.server_port}/"
            self.add(name, url, "--timeout", "1s", "--retry", ",".join(["1s"] * 20), *way)
        process, _ = self.world.serve()
        shell("ip", "link", "set", "lo", "down")
        self.emit(3)  # too few failures for a circuit to open
        rows = self.world.until(lambda: len(self.rows("retrying")) == 2 and self.rows("retrying"), "two that retry")
        self.assertEqual({row["cause"] for row in rows.values()}, {"connect-timeout"})  # what is sent just vanishes
        self.assertEqual(self.receiver.ids, [])
        shell("ip", "link", "set", "lo", "up")
        try:
            self.world.until(lambda: self.world.counts().get("delivered") == 6, "all six", 20)
        except AssertionError as error:
            owed = [(r["id"], r["targetName"], r["state"], r["attempts"], r["error"]) for r in self.world.lines("deliveries")
                    if r["state"] != "delivered"]
            raise AssertionError(f"{len(self.receiver.ids)} arrived; still owed: {owed}") from error
        self.assertEqual((len(self.receiver.ids), len(set(self.receiver.ids))), (6, 6))
        self.assertEqual(self.world.stop(process), 0)
        self.assertIn(" 0 unexplained", self.world.ok("audit"))

    def test_no_way_to_the_host(self):
        self.add("plain", "http://10.99.99.99/", "--retry", "none")
        self.add("pipelining", "http://10.99.99.99/", "--retry", "none", "--pipelining")
        self.world.serve()
        self.emit()
        rows = self.world.until(lambda: len(self.rows("failed")) == 2 and self.rows("failed"), "two failures")
        for row in rows.values():
            self.assertEqual((row["cause"], row["attempts"]), ("unreachable", 1))
            self.assertIn("unreachable", row["error"].lower())


class ProxyDown(Case):
    """http_proxy and its kin point to where nobody listens: nothing of ours goes that way."""

    def test_no_proxy_of_the_environment_is_asked(self):
        dead = f"http://127.0.0.1:{free_port()}"
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            self.world.env[name] = dead
        mail = MailServer(self.world.path)
        self.addCleanup(mail.close)
        self.add("plain", f"http://127.0.0.1:{self.receiver.server_port}/", "--retry", "none")
        self.add("pipelining", f"http://127.0.0.1:{self.receiver.server_port}/", "--retry", "none", "--pipelining")
        self.add("mail", "mailto:johndoe@epiclabs.example", "--retry", "none")
        process, door = self.world.serve("--mail", f"smtp://127.0.0.1:{mail.port}?from=callboard@epiclabs.example")
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)  # the command, too
        rows = self.world.until(lambda: len(self.rows("delivered")) == 3 and self.rows("delivered"), "three deliveries", 15)
        self.assertEqual({row["attempts"] for row in rows.values()}, {1})
        self.assertEqual((len(self.receiver.ids), len(mail.mails())), (2, 1))
        self.assertEqual(self.world.stop(process), 0)


if __name__ == "__main__":
    unittest.main()
