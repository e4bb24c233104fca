"""Abuse of the whole program, by the numbers of tests/ABUSE.md: what is planted, posted, handed over or in its way."""
import base64
import html
import http.server
import json
import os
import pathlib
import re
import socket
import sqlite3
import stat
import subprocess
import threading
import unittest
import urllib.parse

from program import PROGRAM, World, event, free_port, jsonl

TITLE = "one\ntwo\r\x1b[2Jthree\x07\u202efour\u2066five"
# Not as a text of its own in any of the program's files: each stands for one place where a secret is typed.
PLANTED = {name: f"canary-{name}-5d0f{number}" for number, name in enumerate(
    ["header", "failing", "smtp", "apikey", "notification", "platform", "typed", "password", "bearer", "client", "proxy", "static"])}


class Case(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def receiver(self, rules):
        self.world.write("script.json", {"rules": rules})
        _, ready = self.world.start("receiver", "--listen", "127.0.0.1:0", "--script", "script.json", "--json")
        return ready["receiver"]

    def add(self, name, url, *more):
        self.world.ok("target", "add", "--name", name, "--url", url, "--allow-private", "--retry", "none", *more)

    def emit(self, *events, to=()):
        self.world.write("events.jsonl", jsonl(events))
        return self.world.lines("emit", "events.jsonl", *to)[0]

    def ended(self, **counts):
        self.world.until(lambda: self.world.counts() == counts, f"{counts}")


class Canaries(Case):
    def secret(self, name):
        return "@" + str(self.world.write(f"secret-{name}", PLANTED[name]))

    def told(self):
        """Everything that the commands say, in both forms."""
        commands = [("target", "list"), ("target", "export"), ("deliveries",), ("mail", "show"), ("encoder", "show"),
                    ("asset", "list"), ("project", "list"), ("workspace", "info"), ("audit",)]
        commands += [("target", "show", target["name"]) for target in self.world.lines("target", "list")]
        commands += [("delivery", str(row["id"])) for row in self.world.lines("deliveries")]
        return "".join("".join(self.world.run(*command, *more)[1:]) for command in commands for more in ((), ("--json",)))

    def kept(self):
        paths = [p for p in self.world.path.rglob("*") if p.is_file() and not p.name.startswith("secret-")]
        return {p.relative_to(self.world.path): p.read_bytes() for p in paths}


class Planted(Canaries):
    def fill(self, receiver):
        """Every place that takes a secret, and targets that deliver, fail and are never reached."""
        self.add("good", receiver + "/good", "--secret-header", "Authorization: " + self.secret("header"))
        self.add("bad", receiver + "/bad", "--secret-header", "X-Api-Key: " + self.secret("failing"))
        self.add("away", f"http://127.0.0.1:{free_port()}/", "--secret-header", "Cookie: " + self.secret("failing"))
        self.add("mail", "mailto:ops@example.org")
        self.world.ok("mail", "set", f"smtp://ops@127.0.0.1:{free_port()}?security=none&from=c@example.org", "--password",
                      self.secret("smtp"))
        self.world.ok("encoder", "set", "zencoder", "--api-key", self.secret("apikey"), "--notification-secret",
                      self.secret("notification"))
        self.world.ok("platform", "set", "lightflow", "--key", self.secret("platform"))
        self.world.ok("target", "add", "--url", "https://a.example/", "--secret-header", "X-Typed: -", "--on", "external",
                      stdin=PLANTED["typed"])
        self.add("basic", receiver + "/good", "--auth", "basic", "--user", "me", "--auth-secret", self.secret("password"))
        self.add("token", receiver + "/bad", "--auth", "bearer", "--auth-secret", self.secret("bearer"))
        self.add("oauth", receiver + "/good", "--auth", "oauth2", "--user", "me", "--auth-secret", self.secret("client"), "--token-url",
                 receiver + "/bad", "--client-secret-in-body")
        self.add("proxied", "https://a.example/x", "--proxy", f"http://127.0.0.1:{free_port()}", "--proxy-user", "me",
                 "--proxy-password", self.secret("proxy"))
        self.add("static", receiver + "/good", "--sign", "token", "--signing-secret", self.secret("static"))

    def test_no_secret_in_anything_that_is_said_or_kept(self):
        receiver = self.receiver([{"path": "/bad", "status": 500, "body": "no"}])
        self.fill(receiver)
        process, door = self.world.serve()
        self.emit(event(1), to=("--to", door))
        self.ended(delivered=3, failed=5, held=1)
        told = self.told()
        self.world.ok("target", "export", "export.json")
        self.world.ok("workspace", "backup", "copy.db")
        of_process = [pathlib.Path(f"/proc/{process.pid}/{name}").read_bytes() for name in ("cmdline", "environ")]
        self.assertEqual(pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(), "")  # who could be told
        self.world.kill(process)  # the write-ahead log stays
        kept = self.kept()
        self.assertTrue({"w.db", "w.db-wal", "stderr.txt", "export.json", "copy.db"} <= {str(path) for path in kept}, set(kept))
        for secret in PLANTED.values():
            self.assertNotIn(secret, told)
            for where, content in [*kept.items(), *enumerate(of_process)]:
                self.assertNotIn(secret.encode(), content, where)

    def test_what_was_planted_can_be_found(self):
        """The search itself: in the clear, it is in the workspace, the copy, the export and what is told."""
        self.add("open", "https://callback.example/", "--header", "X-Plain: " + PLANTED["header"])
        self.world.ok("target", "export", "export.json")
        self.world.ok("workspace", "backup", "copy.db")
        self.assertIn(PLANTED["header"], self.world.ok("target", "show", "open"))
        found = {str(path) for path, content in self.kept().items() if PLANTED["header"].encode() in content}
        self.assertTrue({"export.json", "copy.db"} <= found, found)


class Echo(http.server.BaseHTTPRequestHandler):
    """A receiver that says back what it was shown, in all the ways in which it may be read."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        [shown] = [value for name, value in self.headers.items() if name.lower() in ("authorization", "x-token", "cookie")]
        secret = shown.split()[-1].split("=")[-1] if self.path != "/basic" else base64.b64decode(shown.split()[-1]).decode()
        lines = [shown, secret, urllib.parse.quote_plus(secret), "".join(f"%{byte:02x}" for byte in secret.encode()),
                 json.dumps({"you": secret}).replace("-", "\\u002D"), html.escape(secret), secret.replace("-", "&#45;"),
                 *(base64.b64encode(b"x" * shift + secret.encode()).decode() for shift in range(3))]
        body = "\n".join(lines)
        self.send_response(302, "You sent " + secret)
        self.send_header("Location", "/?key=" + urllib.parse.quote(secret))
        self.send_header("X-You-Sent", shown)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


class Echoes(Canaries):
    TARGETS = {"header": ("--secret-header", "Authorization: {}"), "failing": ("--secret-header", "Cookie: {}"),
               "password": ("--auth", "basic", "--user", "me", "--auth-secret", "{}"), "bearer": ("--auth", "bearer", "--auth-secret", "{}"),
               "static": ("--sign", "token", "--signing-secret", "{}", "--signing-header", "X-Token")}

    def forms(self, secret):
        """As Echo writes it; of base64 the part that is the same whatever stands before and behind it."""
        encoded = [base64.b64encode(b"x" * shift + secret.encode()).decode()[4 * bool(shift):-4] for shift in range(3)]
        return [secret, "".join(f"%{byte:02x}" for byte in secret.encode()), secret.replace("-", "\\u002D"),
                secret.replace("-", "&#45;"), *encoded]

    def test_what_a_receiver_says_back_is_hidden(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        for name, options in self.TARGETS.items():
            path = "basic" if name == "password" else name
            self.add(name, f"http://127.0.0.1:{server.server_port}/{path}", *(text.format(self.secret(name)) for text in options))
        process, door = self.world.serve()
        self.emit(event(1), to=("--to", door))
        self.ended(failed=len(self.TARGETS))
        for row in self.world.lines("deliveries"):
            [attempt] = self.world.lines("delivery", row["id"])[0]["attemptLog"]
            self.assertEqual(attempt["note"], "1 secret of the target was hidden in the answer.", row)
            self.assertEqual(attempt["responseBody"].count("•••"), 10, attempt["responseBody"])
            self.assertIn("You sent •••", attempt["responseHead"].replace("me:", ""))
        told = self.told()
        self.world.kill(process)
        kept = self.kept()
        for form in (form for name in self.TARGETS for form in self.forms(PLANTED[name])):
            self.assertNotIn(form, told)
            for where, content in kept.items():
                self.assertNotIn(form.encode(), content, where)


class Modes(Case):
    def test_nobody_else_may_read_what_is_made(self):
        before = os.umask(0o022)  # what most sessions have
        self.addCleanup(os.umask, before)
        place = self.world.path / "made" / "here"
        self.world.env.update(CALLBOARD_WORKSPACE=str(place / "w.db"), CALLBOARD_VAULT_KEY_FILE=str(self.world.path / "k"))
        self.world.write("secret", "planted")
        self.add("cms", "https://callback.example/", "--secret-header", "Authorization: @secret")
        self.world.ok("workspace", "backup", str(place / "copy.db"))
        process, door = self.world.serve()
        self.emit(event(1), to=("--to", door))
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [place, *place.iterdir(), self.world.path / "k"]}
        self.assertTrue({"here", "w.db", "w.db-wal", "w.db-shm", "copy.db", "k"} <= set(modes), modes)
        self.assertEqual(modes["here"], 0o700)
        self.assertIn("w.db.engine", modes)
        self.assertEqual({name for name, mode in modes.items() if mode & 0o077}, set())
        self.world.stop(process)

    def test_what_others_may_read_is_said_and_what_they_may_write_is_refused(self):
        self.add("cms", "https://callback.example/")
        self.world.workspace.chmod(0o640)
        process, _ = self.world.serve()
        self.world.stop(process)
        said = (self.world.path / "stderr.txt").read_text()
        self.assertIn(f"Other users of this machine may read or change {self.world.workspace} (mode 640).", said)
        before = self.world.workspace.read_bytes()
        for path, mode in ((self.world.workspace, 0o606), (self.world.path, 0o777)):
            own = stat.S_IMODE(path.stat().st_mode) & 0o700
            path.chmod(mode)
            for command in (("serve", "--listen", "127.0.0.1:0"), ("target", "add", "--url", "https://b.example/")):
                code, _, err = self.world.run(*command)
                self.assertEqual(code, 3, err)
                self.assertIn(f"(mode {mode:o})", err)
            path.chmod(own)
        self.assertEqual(self.world.workspace.read_bytes(), before)
        self.assertEqual([target["name"] for target in self.world.lines("target", "list")], ["cms"])


class Lines(Case):
    def test_one_record_is_one_line_and_steers_no_terminal(self):
        receiver = self.receiver([{"path": "/", "status": 500, "body": TITLE}])
        self.add("bad", receiver)
        process, door = self.world.serve()
        events = [event(n, asset=f"{TITLE}{n}", assetName=TITLE) for n in range(3)]
        self.emit(*events, to=("--to", door))
        self.ended(failed=3)
        listed = self.world.ok("deliveries")
        self.assertEqual(len(listed.splitlines()), 3, listed)
        self.assertEqual(len(self.world.ok("deliveries", "--json").splitlines()), 3)
        refused = self.world.run("emit", str(self.world.write("bad.json", {**event(4), "type": TITLE})))
        self.assertEqual(len(refused[2].splitlines()), 1, refused[2])
        self.world.stop(process)
        assets = self.world.ok("asset", "list")
        self.assertEqual(len(assets.splitlines()), 3, assets)
        said = listed + assets + refused[2] + self.world.ok("delivery", "1")
        said += (self.world.path / "stderr.txt").read_text()
        self.assertEqual(re.findall("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", said), [])


class Times(Case):
    def test_what_an_event_says_of_its_time_orders_nothing(self):
        _, ready = receiver = self.world.start("receiver", "--listen", "127.0.0.1:0", "--json")
        self.add("cms", ready["receiver"], "--max-in-flight", "1")
        times = ["9999-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z", "2016-12-31T23:59:60Z", "0000-00-00T00:00:00Z",
                 "292277026596-12-04T15:30:07Z", "2019-02-14T20:43:11+99:99", "-1", "9223372036854775808", "yesterday", "", "x" * 5000]
        process, door = self.world.serve()
        for number, time in enumerate(times):
            told = self.emit({**event(number, asset="a1", position=number), "time": time}, to=("--to", door))
            self.assertEqual(told["accepted"], 1, time)
        sent = [json.loads(receiver[0].stdout.readline())["headers"] for _ in times]
        self.ended(delivered=len(times))
        ids = [dict((name.lower(), value) for name, value in headers)["webhook-id"] for headers in sent]
        self.assertEqual([int(name.rsplit("_", 1)[1]) for name in ids], list(range(1, len(times) + 1)))
        self.assertEqual(self.world.stop(process), 0)


class Imported(Case):
    def setUp(self):
        super().setUp()
        self.world.ok("target", "add", "--name", "there", "--url", "https://callback.example/")

    def names(self):
        return [target["name"] for target in self.world.lines("target", "list")]

    def test_bombs_are_refused_and_change_nothing(self):
        bombs = {
            "larger": json.dumps([{"url": f"https://a{n}.example/"} for n in range(1_000_000)]),
            "deeper": "[" * 100_000 + "]" * 100_000,
            "longer": json.dumps([{"url": "https://a.example/" + "x" * 2_000_000}]),
            "nothing": "\0" * 100_000,
            "lone": b"\xff\xfe\xfd".decode("latin-1"),
        }
        for name, text in bombs.items():
            with self.subTest(name):
                path = self.world.path / "bomb.json"
                path.write_bytes(text.encode("latin-1"))
                code, _, err = self.world.run("target", "import", path)
                self.assertIn(code, (1, 2), err[-500:])
                self.assertLess(len(err), 100_000)
        self.assertEqual(self.names(), ["there"])

    def test_hostile_addresses_are_refused(self):
        for url in ("file:///etc/passwd", "javascript:alert(1)", "qrc:/x", "data:text/plain,x", "unix+http:/run/docker.sock",
                    "https://a.example:25/", "https://a.example/\r\nX: y"):
            with self.subTest(url):
                self.world.write("hostile.json", [{"url": url}])
                self.world.run("target", "import", "hostile.json")
                self.assertEqual(self.names(), ["there"])


class HandedOver(Case):
    def hostile(self, *statements):
        self.world.ok("target", "add", "--url", "https://callback.example/")  # makes it
        with sqlite3.connect(self.world.workspace) as db:
            for statement in statements:
                db.execute(statement)
        db.close()

    def test_what_runs_by_itself_is_named(self):
        self.hostile("CREATE TRIGGER steal AFTER INSERT ON event BEGIN DELETE FROM delivery; END",
                     "CREATE VIEW peek AS SELECT * FROM target")
        code, out, err = self.world.run("workspace", "verify")
        self.assertEqual(code, 1, out + err)
        for name in ("trigger steal", "view peek"):
            self.assertIn(f"The {name} is not Callboard's.", out + err)

    def test_what_runs_by_itself_is_refused_and_left_as_it_is(self):
        self.hostile("CREATE TRIGGER steal AFTER INSERT ON event BEGIN DELETE FROM delivery; END",
                     "CREATE VIEW peek AS SELECT * FROM target", "CREATE VIRTUAL TABLE look USING fts5(text)",
                     "CREATE TABLE recipe (id INTEGER)")
        before = self.world.workspace.read_bytes()
        self.world.write("e.jsonl", jsonl([event(1)]))
        for command in (("serve", "--listen", "127.0.0.1:0"), ("emit", "e.jsonl"), ("target", "add", "--url", "https://b.example/")):
            code, _, err = self.world.run(*command)
            self.assertEqual(code, 3, err)
            self.assertIn("trigger steal", err)
            self.assertIn("view peek", err)
            self.assertIn("workspace salvage", err)
            self.assertEqual(len(err.splitlines()), 1, err)
        self.assertEqual(self.world.workspace.read_bytes(), before)
        self.assertEqual(len(self.world.lines("target", "list")), 1)  # it can be looked at
        self.world.ok("workspace", "salvage", "rescued.db")
        self.world.env["CALLBOARD_WORKSPACE"] = str(self.world.path / "rescued.db")
        self.assertEqual([target["url"] for target in self.world.lines("target", "list")], ["https://callback.example/"])
        process, _ = self.world.serve()
        self.assertEqual(self.world.stop(process), 0)

    def test_a_schema_of_somebody_else_is_refused_and_left_as_it_is(self):
        with sqlite3.connect(self.world.workspace) as db:
            db.execute("CREATE VIEW target AS SELECT 1 AS id, 'x' AS name")
            db.execute("PRAGMA user_version = 3")
        db.close()
        before = self.world.workspace.read_bytes()
        for command in (("target", "list"), ("serve", "--listen", "127.0.0.1:0"), ("workspace", "backup", "copy.db")):
            code, _, err = self.world.run(*command)
            self.assertEqual(code, 3, err)
            self.assertEqual(len(err.splitlines()), 1, err)
        self.assertEqual(self.world.workspace.read_bytes(), before)


class OtherUser(Case):
    NOBODY = 65534

    @unittest.skipUnless(os.geteuid() == 0, "takes root to be somebody else")
    def test_may_not_connect_to_the_windows_socket(self):
        runtime = self.world.path / "run"
        runtime.mkdir(mode=0o700)
        self.world.env.update(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(runtime), LC_ALL="C.UTF-8",
                              DBUS_SESSION_BUS_ADDRESS=f"unix:path={self.world.path}/no-bus")
        window = subprocess.Popen([PROGRAM], env=self.world.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                  cwd=self.world.path)
        self.world.running.append(window)
        at = self.world.until(lambda: next(runtime.glob("callboard-*.socket"), None), "a socket")
        for directory in (self.world.path, runtime):
            directory.chmod(0o755)  # the directory is not what keeps him out
        self.assertEqual(stat.S_IMODE(at.stat().st_mode) & 0o077, 0)
        os.seteuid(self.NOBODY)
        try:
            with socket.socket(socket.AF_UNIX) as other, self.assertRaises(PermissionError):
                other.connect(str(at))
        finally:
            os.seteuid(0)
        with socket.socket(socket.AF_UNIX) as own:
            own.connect(str(at))  # it is there, and takes its owner
        self.assertIsNone(window.poll())


if __name__ == "__main__":
    unittest.main()
