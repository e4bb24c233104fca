"""Targets that show who they are: Basic, bearer and OAuth 2, from the command line to the receiver, with a server that gives tokens."""
import base64
import json
import subprocess
import unittest

import tokenserver
from program import World, event
from signedreceiver import Receiver
from tokenserver import TokenServer

SECRET = "s3cret:4711 & more"


class Case(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.receiver = Receiver()
        self.addCleanup(self.receiver.close)
        self.world.write("secret", SECRET + "\n")
        self.sent = 0

    def server(self, **settings):
        server = TokenServer(**settings)
        self.addCleanup(server.close)
        return server

    def add(self, name, *options):
        return self.world.lines("target", "add", "--name", name, "--url", f"{self.receiver.origin}/{name}", "--allow-private",
                                *options)[0]

    def oauth(self, name, server, *options):
        return self.add(name, "--auth", "oauth2", "--user", server.client, "--auth-secret", "@secret", "--token-url", server.url,
                        *options)

    def emit(self, door):
        self.sent += 1
        self.world.write("one.json", event(self.sent))
        self.world.ok("emit", "one.json", "--to", door)

    def row(self, state, **fields):
        rows = self.world.until(lambda: [r for r in self.world.lines("deliveries") if r["state"] == state], f"one {state}")
        return rows[0]

    def kept(self):
        return {path.name: path.read_bytes() for path in self.world.path.rglob("*") if path.is_file() and path.name != "secret"}

    def refused(self, words, *arguments, **kwargs):
        code, out, err = self.world.run(*arguments, **kwargs)
        self.assertEqual((code, out), (2, ""), err)
        for word in words:
            self.assertIn(word, err)
        return err


class Shown(Case):
    def test_basic(self):
        made = self.add("cms", "--auth", "basic", "--user", "me", "--auth-secret", "@secret")
        self.assertEqual(made["authentication"], {"scheme": "basic", "user": "me", "secret": True})
        _, door = self.world.serve()
        self.emit(door)
        _, headers, _ = self.receiver.next()
        self.assertEqual(headers["authorization"], "Basic " + base64.b64encode(f"me:{SECRET}".encode()).decode())
        row = self.row("delivered")
        self.assertIn("Authorization: Basic •••", self.world.ok("delivery", row["id"]))
        self.assertRegex(self.world.ok("target", "show", "cms"), r"(?m)^Authentication +basic as “me”$")

    def test_bearer_from_standard_input_and_off_again(self):
        self.world.ok("target", "add", "--name", "cms", "--url", f"{self.receiver.origin}/cms", "--allow-private", "--auth", "bearer",
                      "--auth-secret", "-", stdin="ey.J0-_~\n")
        process, door = self.world.serve()
        self.emit(door)
        self.assertEqual(self.receiver.next()[1]["authorization"], "Bearer ey.J0-_~")
        self.row("delivered")
        self.world.stop(process)
        self.assertNotIn("authentication", self.world.lines("target", "set", "cms", "--auth", "none")[0])
        _, door = self.world.serve()
        self.emit(door)
        self.assertNotIn("authorization", self.receiver.next()[1])

    def test_what_makes_no_sense_is_refused_and_changes_nothing(self):
        self.world.write("spaced", "two words")
        self.world.write("none.pem", "no certificate")
        self.world.write("lines", "a\nb")
        self.add("plain")
        before = self.world.lines("target", "list")
        token = ("--token-url", "https://login.example.com/token")
        cases = [
            (("--auth", "digest"), ("digest", "oauth2")),
            (("--user", "me"), ("--auth basic",)),
            (("--auth", "basic", "--auth-secret", SECRET), ("@FILE",)),
            (("--auth", "basic", "--user", "a:b"), ("colon",)),
            (("--auth", "bearer"), ("token",)),
            (("--auth", "bearer", "--auth-secret", "@spaced"), ("no header takes",)),
            (("--auth", "bearer", "--auth-secret", "@lines"), ("control character",)),
            (("--auth", "bearer", "--auth-secret", "@spaced", "--user", "me"), ("--user",)),
            (("--auth", "basic", "--user", "me", *token), ("--auth oauth2",)),
            (("--auth", "oauth2", "--user", "me", "--auth-secret", "@secret"), ("address that gives tokens",)),
            (("--auth", "oauth2", "--auth-secret", "@secret", *token), ("client's id",)),
            (("--no-allow-private", "--auth", "oauth2", "--user", "me", "--auth-secret", "@secret", "--token-url",
              "http://login.example.com/token"), ("unencrypted",)),
            (("--auth", "basic", "--user", "me", "--header", "authorization: x"), ("authorization",)),
            (("--ca-file", "none.pem"), ("none.pem",)),
            (("--ca-file", "nowhere.pem"), ("nowhere.pem",)),
            (("--client-certificate", "none.pem"), ("none.pem",)),
            (("--client-key-passphrase", "@secret"), ("--client-key",)),
            (("--pin", "sha1/abc"), ("sha1/abc",)),
            (("--proxy", "http://me:planted@proxy.example:1"), ("--proxy-user",)),
            (("--proxy-user", "me"), ("--proxy",)),
            (("--auth", "bearer", "--auth-secret", "-", "--proxy", "http://p:1", "--proxy-user", "u", "--proxy-password", "-"),
             ("one secret",)),
        ]
        for options, words in cases:
            with self.subTest(options=options):
                err = self.refused(words, "target", "set", "plain", *options)
                self.assertNotIn(SECRET, err)
                self.assertNotIn("planted", err)
        self.refused(("mail",), "target", "add", "--url", "mailto:ops@example.org", "--auth", "basic", "--user", "me")
        self.assertEqual(self.world.lines("target", "list"), before)

    def test_an_export_brings_no_secret_and_says_so(self):
        self.world.write("proxy", "planted-proxy")
        server = self.server()
        self.oauth("cms", server, "--token-scope", "a b", "--token-audience", "x", "--client-secret-in-body", "--proxy",
                   "http://127.0.0.1:3128", "--proxy-user", "me", "--proxy-password", "@proxy")
        text = self.world.ok("target", "export")
        self.assertNotIn("s3cret", text)
        self.assertNotIn("planted-proxy", text)
        self.world.write("all.json", text)
        self.world.ok("target", "remove", "cms")
        code, out, err = self.world.run("target", "import", "all.json", "--json")
        self.assertEqual(code, 0, err)
        self.assertIn("authentication with oauth2 is off", err)
        self.assertIn("the proxy's password was left out", err)
        self.assertNotIn("authentication", json.loads(out))
        back = self.world.lines("target", "set", "cms", "--auth", "oauth2", "--auth-secret", "@secret", "--proxy-password", "@proxy")[0]
        self.assertEqual(back["authentication"], {"scheme": "oauth2", "user": server.client, "tokenUrl": server.url, "scope": "a b",
                                                  "audience": "x", "secretInBody": True, "secret": True})
        self.assertEqual(back["proxy"], {"url": "http://127.0.0.1:3128", "user": "me", "secret": True})
        # Another proxy is not told the password of the one before.
        self.assertEqual(self.world.lines("target", "set", "cms", "--proxy", "socks5://127.0.0.1:1080")[0]["proxy"],
                         {"url": "socks5://127.0.0.1:1080"})
        self.assertNotIn("proxy", self.world.lines("target", "set", "cms", "--proxy", "none")[0])


class Certificates(Case):
    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.world.path, check=True, capture_output=True)

    def setUp(self):
        super().setUp()
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "20", "-subj",
                     "/CN=callboard client", "-keyout", "key.pem", "-out", "cert.pem")
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "90", "-subj",
                     "/CN=another", "-keyout", "other-key.pem", "-out", "other.pem")

    def test_are_shown_by_what_they_say_and_warned_of_before_they_end(self):
        pin = "sha256/" + base64.b64encode(b"p" * 32).decode()
        code, out, err = self.world.run("target", "add", "--name", "cms", "--url", "https://cms.example/", "--ca-file", "other.pem", "--pin", pin,
                                        "--client-certificate", "cert.pem", "--client-key", "@key.pem", "--json")
        self.assertEqual(code, 0, err)
        self.assertIn("the client certificate “callboard client” of target cms ends on ", err)
        made = json.loads(out)
        self.assertEqual((made["clientCertificate"]["subject"], made["authority"]["subject"]), ("callboard client", "another"))
        self.assertEqual(made["tls"]["pins"], [pin])
        self.assertNotIn("PRIVATE KEY", out)
        for command in ("list", "show"):
            said = self.world.run("target", command, *(("cms",) if command == "show" else ()))[2]
            self.assertIn("of target cms ends on ", said)
        shown = self.world.ok("target", "show", "cms")
        self.assertRegex(shown, r"(?m)^Certificate +“callboard client” by “callboard client”, until 20")
        self.assertRegex(shown, r"(?m)^Authorities +“another” by “another”, until 20")
        self.assertRegex(shown, rf"(?m)^Pinned key +{pin[:20]}")
        key = (self.world.path / "key.pem").read_bytes().splitlines()[1]
        for name in ("w.db", "w.db-wal"):
            path = self.world.path / name
            self.assertNotIn(key, path.read_bytes() if path.exists() else b"")
        cleared = self.world.lines("target", "set", "cms", "--ca-file", "none", "--pin", "none", "--client-certificate", "none")[0]
        self.assertNotIn("tls", cleared)

    def test_a_key_that_is_not_its_own_is_refused(self):
        self.refused(("key",), "target", "add", "--url", "https://cms.example/", "--client-certificate", "cert.pem", "--client-key",
                     "@other-key.pem")
        self.refused(("key",), "target", "add", "--url", "https://cms.example/", "--client-certificate", "cert.pem")
        self.assertEqual(self.world.lines("target", "list"), [])

    def test_pkcs12_and_encrypted_keys_want_their_passphrase(self):
        self.openssl("pkcs12", "-export", "-in", "cert.pem", "-inkey", "key.pem", "-out", "both.p12", "-passout", f"pass:{SECRET}")
        self.openssl("ec", "-in", "key.pem", "-aes256", "-passout", f"pass:{SECRET}", "-out", "locked.pem")
        add = ("target", "add", "--url", "https://cms.example/")
        for options in (("--client-pkcs12", "both.p12"), ("--client-certificate", "cert.pem", "--client-key", "@locked.pem")):
            with self.subTest(options=options):
                self.refused(("--client-key-passphrase",), *add, *options)
                made = self.world.lines(*add, "--name", options[-1], *options, "--client-key-passphrase", "@secret")[0]
                self.assertEqual(made["clientCertificate"]["subject"], "callboard client")


class Tokens(Case):
    def test_one_token_is_asked_for_shown_and_kept_nowhere(self):
        server = self.server()
        self.oauth("cms", server, "--token-scope", "callbacks:send media", "--token-audience", "https://cms.example/")
        process, door = self.world.serve()
        self.emit(door)
        self.assertEqual(self.receiver.next()[1]["authorization"], "Bearer token-1")
        self.emit(door)
        self.assertEqual(self.receiver.next()[1]["authorization"], "Bearer token-1")
        self.world.until(lambda: self.world.counts() == {"delivered": 2}, "the deliveries")
        path, headers, form = server.next()
        self.assertEqual((path, headers["content-type"]), ("/token", "application/x-www-form-urlencoded"))
        self.assertEqual(form, {"grant_type": "client_credentials", "scope": "callbacks:send media", "audience": "https://cms.example/"})
        self.assertTrue(server.asked.empty())
        told = "".join(self.world.ok(*command, *more) for command in (("delivery", 1), ("target", "export"), ("target", "show", "cms"))
                       for more in ((), ("--json",)))
        self.assertIn("Authorization: Bearer •••", told)
        self.world.ok("workspace", "backup", "copy.db")
        self.world.kill(process)  # the write-ahead log stays
        for secret in (b"token-1", b"s3cret", base64.b64encode(b"the+client:s3cret%3A4711+%26+more")):
            self.assertNotIn(secret.decode(), told)
            for name, content in self.kept().items():
                self.assertNotIn(secret, content, name)

    def test_the_secret_in_the_body(self):
        server = self.server()
        self.oauth("cms", server, "--client-secret-in-body")
        _, door = self.world.serve()
        self.emit(door)
        self.assertEqual(self.receiver.next()[1]["authorization"], "Bearer token-1")
        _, headers, form = server.next()
        self.assertNotIn("authorization", headers)
        self.assertEqual((form["client_id"], form["client_secret"]), (server.client, SECRET))

    def test_without_a_token_it_is_held_until_there_is_one(self):
        server = self.server()
        server.answers = [tokenserver.refusing(description=f"you said {SECRET}")]
        self.oauth("cms", server)
        _, door = self.world.serve()
        self.emit(door)
        row = self.row("held")
        self.assertEqual(row["error"], "127.0.0.1 refused the client: invalid_client (you said •••)")
        self.assertEqual(row["attempts"], 0)
        self.assertEqual(self.receiver.next()[1]["authorization"], "Bearer token-1")  # about five seconds later
        self.row("delivered")
        self.assertTrue(self.receiver.arrived.empty())

    def test_a_refused_token_is_renewed_once(self):
        server = self.server()
        self.oauth("cms", server)
        self.receiver.answers = [401]
        _, door = self.world.serve()
        self.emit(door)
        self.assertEqual([self.receiver.next()[1]["authorization"] for _ in range(2)], ["Bearer token-1", "Bearer token-2"])
        detail = self.world.lines("delivery", self.row("delivered")["id"])[0]
        self.assertEqual([attempt["status"] for attempt in detail["attemptLog"]], [401, 200])

    def test_a_receiver_that_always_refuses_is_called_twice_for_each_try(self):
        server = self.server()
        self.oauth("cms", server, "--retry", "1s")
        self.receiver.answers = [401] * 100
        _, door = self.world.serve()
        self.emit(door)
        row = self.row("failed")
        self.assertEqual(row["attempts"], 4)
        replay = self.world.lines("replay", row["id"])[0]
        self.world.until(lambda: self.world.counts() == {"failed": 2}, "the replay's end")
        self.assertEqual(self.world.lines("delivery", replay["id"])[0]["attempts"], 2)
        self.assertEqual(self.receiver.arrived.qsize(), 6)

    def test_pipelined_callbacks_show_their_token(self):
        server = self.server()
        self.oauth("cms", server, "--pipelining", "--connections", "1", "--pipeline-depth", "4")
        _, door = self.world.serve()
        for _ in range(5):
            self.emit(door)
        shown = [self.receiver.next()[1]["authorization"] for _ in range(5)]
        self.assertEqual(set(shown), {"Bearer token-1"})
        self.world.until(lambda: self.world.counts() == {"delivered": 5}, "the deliveries")

    def test_an_internal_server_is_asked_only_where_that_is_meant(self):
        server = self.server()
        self.world.ok("target", "add", "--name", "cms", "--url", "https://cms.example/", "--auth", "oauth2", "--user", server.client,
                      "--auth-secret", "@secret", "--token-url", server.url.replace("http:", "https:"))
        _, door = self.world.serve()
        self.emit(door)
        self.assertIn("may not be called", self.row("held")["error"])
        self.assertTrue(server.asked.empty())


class Hostile(Case):
    """Servers of tokens that are none. Whatever they answer, the callback is held, with a short reason, and goes out later."""

    def held_by(self, answer, words):
        server = self.server()
        server.answers = [answer]
        self.oauth("cms", server)
        _, door = self.world.serve()
        self.emit(door)
        row = self.row("held")
        self.assertIn(words, row["error"])
        self.assertLess(len(row["error"]), 300)
        self.assertTrue(self.receiver.arrived.empty())
        _, headers, _ = self.receiver.next()
        self.assertEqual(headers["authorization"], "Bearer token-1")
        self.assertNotIn("x-evil", headers)
        return server

    def test_a_redirect_is_not_followed(self):
        server = self.held_by(tokenserver.redirecting, "answered 302")
        self.assertEqual([server.next()[0] for _ in range(2)], ["/token", "/token"])

    def test_a_page_in_html_is_no_token(self):
        self.held_by(tokenserver.page, "is no JSON")

    def test_a_token_with_a_line_break_is_not_shown(self):
        self.held_by(tokenserver.spoilt, "no header takes")

    def test_an_endless_answer_is_cut_off(self):
        self.held_by(tokenserver.endless, "its answer is larger than 64 KiB")

    def test_a_server_that_drips_is_given_up(self):
        self.held_by(tokenserver.dripping, "127.0.0.1 gave no token: its answer did not end.")

    def test_a_refusal_has_no_control_characters(self):
        server = self.server()
        server.answers = [tokenserver.refusing("bad\x1b[2J\r\ncode", "\u202Ex" * 5000)] * 100
        self.oauth("cms", server)
        _, door = self.world.serve()
        self.emit(door)
        error = self.row("held")["error"]
        self.assertTrue(error.isprintable(), error)
        self.assertLess(len(error), 600)
        self.assertIn("refused the client: bad", error)


if __name__ == "__main__":
    unittest.main()
