"""Who may speak to the door, with the real program: tokens that are made, rotated and revoked while it runs, TLS with a
certificate of its own, limits for each caller, and a token that is told once and found nowhere."""
import http.client
import json
import os
import re
import socket
import ssl
import subprocess
import unittest

from program import SOURCES, TOKEN, World, certificate, event

TOKENS = re.compile(rb"cbt_[A-Za-z0-9_-]{43}")
PUBLISH = {"parameters": {"input": {"urlPath": "https://example.com/a.mp4"}, "callbacks": []}}


class Case(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.given = []  # every token that was ever printed
        self.bodies = []  # every answer of the door

    def token(self, *arguments):
        """(token, what was said on standard error)"""
        code, out, err = self.world.run("token", *arguments)
        self.assertEqual(code, 0, err)
        self.assertRegex(out, r"\Acbt_[A-Za-z0-9_-]{43}\n\Z")
        self.given.append(out.strip())
        self.assertNotIn(out.strip(), err)
        return out.strip(), err

    def serve(self, *arguments):
        process, self.door = self.world.serve(*arguments)
        return process

    def connection(self, trusted=None):
        scheme, where = self.door.split("://")
        if scheme == "http":
            return http.client.HTTPConnection(where, timeout=30)
        return http.client.HTTPSConnection(where, timeout=30, context=ssl.create_default_context(cafile=trusted))

    def ask(self, token, method="POST", path="/v1/events", body=None, trusted=None, **headers):
        """(status, headers, problem's detail)"""
        wire = self.connection(trusted)
        kind = "application/json" if path == "/assets" else "application/cloudevents+json"
        sent = {"Content-Type": kind, **({"Authorization": f"Bearer {token}"} if token else {}), **headers}
        wire.request(method, path, None if method == "GET" else json.dumps(body or event(os.urandom(8).hex())), sent)
        answer = wire.getresponse()
        text = answer.read()
        wire.close()
        self.bodies.append(text)
        return answer.status, answer.headers, json.loads(text).get("detail", "")

    def opens(self, token):
        self.world.until(lambda: self.ask(token)[0] == 202, "the token opens the door", 20)

    def is_refused(self, token):
        """By 401, or, asked for the eleventh time, by 429."""
        self.world.until(lambda: self.ask(token)[0] in (401, 429), "the token is refused", 20)

    def row(self, name):
        return next(row for row in self.world.lines("token", "list") if row["name"] == name)


class Tokens(Case):
    def test_a_token_may_do_what_its_scopes_say(self):
        events, _ = self.token("add", "cms")
        publish, _ = self.token("add", "portal", "--scope", "publish,read")
        self.serve()
        self.assertEqual(self.ask(events)[0], 202)
        self.assertEqual(self.ask(publish, path="/assets", body=PUBLISH)[0], 201)
        self.assertEqual(self.ask(publish, method="GET", path="/assets/x")[0], 404)
        for token, path, scope in ((events, "/assets", "publish"), (publish, "/v1/events", "events"),
                                   (events, "/v1/encoders/zencoder", "notify")):
            status, headers, detail = self.ask(token, path=path, body=PUBLISH if path == "/assets" else None)
            self.assertEqual((status, scope in detail), (403, True), detail)
            self.assertIn(f'scope="{scope}"', headers["WWW-Authenticate"])
        self.assertEqual(self.ask(TOKEN, path="/assets", body=PUBLISH)[0], 201, "the door's own token may do everything")
        self.nothing_told()

    def test_changes_reach_a_running_door(self):
        self.serve()
        token, _ = self.token("add", "cms", "--scope", "events")
        self.opens(token)
        newer, said = self.token("rotate", "cms", "--overlap", "1h")
        self.assertIn("1h", said)
        self.opens(newer)
        self.assertEqual(self.ask(token)[0], 202, "both are taken within the overlap")
        newest, _ = self.token("rotate", "cms", "--overlap", "0s")
        self.opens(newest)
        for old in (token, newer):
            self.is_refused(old)
        self.world.ok("token", "revoke", "cms")
        self.is_refused(newest)
        self.assertEqual(self.world.lines("token", "list"), [])
        self.assertEqual(self.ask(TOKEN)[0], 202)
        self.nothing_told()

    def test_a_token_ends_by_itself(self):
        self.serve()
        token, _ = self.token("add", "guest", "--expires", "5s")
        self.opens(token)
        self.world.until(lambda: "ended" in self.ask(token)[2], "it ends", 20)
        self.assertEqual(self.ask(token)[0], 401)
        self.assertTrue(self.row("guest")["ended"])
        self.nothing_told()

    def test_the_list_says_when_it_was_used(self):
        used, _ = self.token("add", "used", "--expires", "90d")
        self.token("add", "unused")
        process = self.serve()
        self.assertEqual(self.ask(used)[0], 202)
        self.world.until(lambda: self.row("used")["usedAt"], "the first use is noted", 10)
        self.assertIsNone(self.row("unused")["usedAt"])
        self.assertEqual(self.row("used")["scopes"], ["events"])
        self.assertTrue(used.startswith(self.row("used")["hint"].rstrip("…")))
        self.assertIsNone(self.row("unused")["endsAt"])
        self.assertIsNotNone(self.row("used")["endsAt"])
        self.assertEqual(self.world.stop(process), 0)

    def test_json_tells_it_once(self):
        made = self.world.lines("token", "add", "cms", "--scope", "events,notify", "--expires", "90d")[0]
        self.given.append(made["token"])
        self.assertEqual(made["scopes"], ["events", "notify"])
        self.assertNotIn("token", self.row("cms"))

    def test_wrong_usage_is_refused(self):
        self.token("add", "cms")
        for code, arguments in ((1, ("add", "cms")), (1, ("add", "main")), (2, ("add", "x", "--scope", "everything")),
                                (2, ("add", "x", "--scope", "")), (2, ("add", "x", "--expires", "soon")), (2, ("add", "")),
                                (2, ("add", "a\nb")), (2, ("add", "cbt_x")), (4, ("rotate", "nobody")), (4, ("revoke", "nobody")),
                                (2, ("rotate", "cms", "--overlap", "x")), (2, ())):
            with self.subTest(arguments):
                got, out, err = self.world.run("token", *arguments)
                self.assertEqual((got, out if arguments else ""), (code, ""), err)
                self.assertIn("\n", err + out)
        self.assertEqual([row["name"] for row in self.world.lines("token", "list")], ["cms"])

    def nothing_told(self):
        """No token in what the door answers, in anything kept, in what was said; the hint alone tells them apart."""
        self.assertTrue(self.given)
        for body in self.bodies:
            self.assertIsNone(TOKENS.search(body))
        kept = [path for path in self.world.path.rglob("*") if path.is_file()]
        self.assertIn(self.world.workspace, kept)
        for path in kept:
            content = path.read_bytes()
            for token in self.given:
                self.assertNotIn(token.encode(), content, path)
                self.assertNotIn(token[8:].encode(), content, path)
        for command in (("token", "list"), ("trail",), ("workspace", "info")):
            self.assertIsNone(TOKENS.search(self.world.ok(*command, "--json").encode()))


class Limits(Case):
    def test_who_comes_too_often_is_told_before_anything_is_taken(self):
        one, _ = self.token("add", "one")
        other, _ = self.token("add", "other")
        self.serve("--limit", "3/h")
        taken = [self.ask(one)[0] for _ in range(8)]
        self.assertEqual(taken, [202] * 6 + [429] * 2)
        _, headers, detail = self.ask(one)
        self.assertGreater(int(headers["Retry-After"]), 60)
        self.assertIn("Nothing was taken", detail)
        self.assertEqual(self.ask(other)[0], 202)
        self.assertEqual(len(self.world.lines("asset", "list")), 7)

    def test_guesses_are_slowed_and_nobody_is_locked_out(self):
        mine, _ = self.token("add", "cms")
        self.serve()
        guesses = [self.ask("cbt_" + "x" * 43)[0] for _ in range(12)]
        self.assertEqual(guesses, [401] * 10 + [429] * 2)
        self.assertIn("Retry-After", self.ask("cbt_" + "y" * 43)[1])
        self.assertEqual(self.ask(mine)[0], 202)
        self.assertEqual(self.ask(TOKEN)[0], 202)
        self.assertEqual(self.ask(None)[0], 401)

    def test_an_unknown_transfer_coding_is_refused_at_once(self):
        self.serve()
        port = int(self.door.rsplit(":", 1)[1])
        for coding in ("gzip", "gzip, chunked", "identity", "xchunked"):
            with self.subTest(coding), socket.create_connection(("127.0.0.1", port), 20) as wire:
                wire.sendall(f"POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {TOKEN}\r\n"
                             f"Content-Type: application/cloudevents+json\r\nTransfer-Encoding: {coding}\r\n\r\n".encode())
                self.assertTrue(wire.recv(65536).startswith(b"HTTP/1.1 400 "))  # nothing more is sent, and nothing awaited


class Tls(Case):
    def setUp(self):
        super().setUp()
        self.files = certificate(self.world.path, "door")

    def options(self, files=None):
        chain, key = files or self.files
        return "--tls-certificate", chain, "--tls-key", key

    def refused(self, code, *arguments):
        got, out, err = self.world.run("serve", *arguments)
        self.assertEqual((got, out), (code, ""), err)
        self.assertNotIn("PRIVATE", err)
        return err

    def test_events_over_tls(self):
        token, _ = self.token("add", "cms")
        process = self.serve(*self.options())
        self.assertTrue(self.door.startswith("https://127.0.0.1:"), self.door)
        self.assertEqual(self.ask(token, trusted=self.files[0])[0], 202)
        self.assertEqual(self.ask("wrong", trusted=self.files[0])[0], 401)
        with self.assertRaises(ssl.SSLCertVerificationError):
            self.ask(token)
        emitted = subprocess.run(["curl", "-sS", "--max-time", "30", "--cacert", self.files[0], "-o", "/dev/null", "-w", "%{http_code}",
                                  "-H", "Content-Type: application/cloudevents+json", "-H", f"@{self.world.write('h', 'Authorization: Bearer ' + token)}",
                                  "--data", json.dumps(event(77)), f"{self.door}/v1/events"], capture_output=True, text=True)
        self.assertEqual(emitted.stdout, "202", emitted.stderr)
        self.assertEqual(self.world.stop(process), 0)

    def test_beyond_loopback_it_wants_a_certificate(self):
        said = self.refused(2, "--listen", "0.0.0.0:0")
        self.assertIn("--tls-certificate", said)
        self.assertIn("--tls-key", said)
        self.refused(2, "--listen", "[::]:0")
        self.refused(2, "--tls-certificate", self.files[0])
        _, ready = self.world.start("serve", "--listen", "0.0.0.0:0", "--host-name", "door.example.com", *self.options())
        self.door = ready["intake"]
        self.assertTrue(self.door.startswith("https://"))
        self.assertEqual(self.ask(TOKEN, trusted=self.files[0], Host="door.example.com")[0], 202)
        self.assertEqual(self.ask(TOKEN, trusted=self.files[0], Host="evil.example.com")[0], 403)

    def test_certificates_that_will_not_do(self):
        other = certificate(self.world.path, "other")
        self.assertIn("is not the key", self.refused(2, *self.options((self.files[0], other[1]))))
        self.assertIn("no such file", self.refused(2, *self.options((self.world.path / "none", other[1]))))
        other[1].chmod(0o644)
        self.assertIn("chmod 600", self.refused(2, *self.options(other)))
        old = certificate(self.world.path, "old", days=-1)
        self.assertIn("expired", self.refused(1, *self.options(old)))
        for name in ("door example", "https://door.example.com", "door.example.com:443", "a/b", "@", ""):
            self.refused(2, "--host-name", name)

    def test_a_renewed_certificate_is_shown_without_a_restart(self):
        self.serve(*self.options())
        before = self.files[0].read_text()
        self.assertEqual(self.shown(), before)
        renewed = certificate(self.world.path, "renewed")
        for kept, new in zip(self.files, renewed):
            new.replace(kept)
        self.world.until(lambda: self.shown() != before, "the renewed certificate is shown", 20)
        self.assertEqual(self.shown(), self.files[0].read_text())
        self.assertEqual(self.ask(TOKEN, trusted=self.files[0])[0], 202)

    def shown(self):
        return ssl.get_server_certificate(("127.0.0.1", int(self.door.rsplit(":", 1)[1])))

    def test_http_to_the_tls_port_gets_nothing(self):
        self.serve(*self.options())
        port = int(self.door.rsplit(":", 1)[1])
        with socket.create_connection(("127.0.0.1", port), 30) as wire:
            wire.sendall(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            heard = b""
            try:
                while part := wire.recv(65536):
                    heard += part
            except OSError:
                pass
        self.assertNotIn(b"HTTP/", heard)
        self.assertNotIn(b"status", heard)
        self.assertEqual(self.ask(TOKEN, trusted=self.files[0])[0], 202)

    def test_the_marks_of_a_web_page(self):
        self.serve(*self.options())
        where = self.door.removeprefix("https://")
        for headers in ({"Origin": "https://evil.example"}, {"Origin": f"https://{where}"}, {"Sec-Fetch-Site": "cross-site"},
                        {"Host": "evil.example.com"}, {"Host": where.rsplit(":", 1)[0]}):
            with self.subTest(headers):
                status, answered, _ = self.ask(TOKEN, trusted=self.files[0], **headers)
                self.assertEqual(status, 403)
                self.assertFalse([name for name in answered if name.lower().startswith("access-control")])
        self.assertEqual(self.ask(None, trusted=self.files[0], method="OPTIONS", Origin="https://evil.example")[0], 403)


class Manual(unittest.TestCase):
    def test_it_names_the_options(self):
        text = (SOURCES / "resources/manual/server.md").read_text()
        for word in ("--tls-certificate", "--tls-key", "--host-name", "--limit", "callboard token add", "callboard token rotate",
                     "callboard token revoke", "429", "events", "publish", "read", "notify"):
            self.assertIn(word, text)


if __name__ == "__main__":
    unittest.main()
