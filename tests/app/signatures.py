"""Signed callbacks from outside: receivers of every scheme take them, keys are rotated, and no key is kept in the clear."""
import base64
import json
import re
import unittest

from program import SOURCES, World, event
from signedreceiver import CHECKS, Receiver

PLANTED = "whsec_" + base64.b64encode(b"planted-4711-planted-4711-planted").decode()


class Signatures(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.receiver = Receiver()
        self.addCleanup(self.receiver.close)
        self.sent = 0

    def add(self, name, *options):
        return self.world.lines("target", "add", "--name", name, "--url", f"{self.receiver.origin}/{name}", "--allow-private",
                                *options)[0]

    def set(self, *options):
        return self.world.lines("target", "set", *options)[0]

    def emit(self, door):
        self.sent += 1
        self.world.write("one.json", event(self.sent, assetName="Tür ぽ"))
        self.world.ok("emit", "one.json", "--to", door)

    def callback(self, door):
        """The one that the next event makes."""
        self.emit(door)
        return self.receiver.next()

    def refused(self, words, *arguments):
        code, out, err = self.world.run(*arguments)
        self.assertEqual((code, out), (2, ""), err)
        for word in words:
            self.assertIn(word, err)
        return err

    def test_a_receiver_of_each_scheme_takes_it(self):
        keys = {}
        for scheme in CHECKS:
            made = self.add(scheme, "--sign", scheme)
            self.assertEqual(made["signing"], {"scheme": scheme, "keys": [{"until": None}]})
            keys[scheme] = made["signingSecret"]
            if scheme == "ed25519":
                self.assertRegex(made["signingSecret"], "^whsk_")
                keys[scheme] = self.world.lines("target", "show", scheme)[0]["publicKey"]
                self.assertEqual(made["publicKey"], keys[scheme])
            else:
                self.assertNotIn("publicKey", made)
        _, door = self.world.serve()
        self.emit(door)
        arrived = {}
        for _ in CHECKS:
            path, headers, body = self.receiver.next()
            arrived[path.removeprefix("/")] = headers, body
        self.assertEqual(set(arrived), set(CHECKS))
        other = self.add("other", "--sign", "ed25519")
        for scheme, check in CHECKS.items():
            with self.subTest(scheme=scheme):
                headers, body = arrived[scheme]
                self.assertTrue(check(keys[scheme], headers, body), headers)
                foreign = {"hmac": PLANTED, "ed25519": other["publicKey"]}.get(scheme, "some-other-secret")
                self.assertFalse(check(foreign, headers, body))
                if scheme != "token":
                    self.assertFalse(check(keys[scheme], headers, body + b" "))

    def test_a_key_of_ones_own(self):
        self.world.write("key", PLANTED + "\n")
        made = self.add("cms", "--sign", "hmac", "--signing-secret", "@key")
        self.assertNotIn("signingSecret", made)
        given = self.world.lines("target", "add", "--name", "other", "--url", "https://a.example/", "--sign", "mux", "--signing-secret", "-",
                                 "--signing-header", "X-Signed", stdin="a-secret-from-standard-input\n")[0]
        self.assertEqual((given["signing"]["scheme"], given["signing"]["header"]), ("mux", "X-Signed"))
        self.assertNotIn("signingSecret", given)
        self.world.ok("target", "disable", "other")
        _, door = self.world.serve()
        _, headers, body = self.callback(door)
        self.assertTrue(CHECKS["hmac"](PLANTED, headers, body))

    def test_a_key_is_said_once(self):
        out = self.world.ok("target", "add", "--name", "cms", "--url", "https://a.example/", "--sign", "ed25519")
        secret = re.search(r"(?m)^Signing key +(whsk_\S+)  \(keep it: it is not shown again\)$", out)[1]
        public = re.search(r"(?m)^Public key +(whpk_\S+)$", out)[1]
        shown = self.world.ok("target", "show", "cms")
        self.assertRegex(shown, r"(?m)^Signing +ed25519 in webhook-signature, 1 key$")
        self.assertIn(public, shown)
        for command in (("target", "show", "cms"), ("target", "show", "cms", "--json"), ("target", "list", "--json"),
                        ("target", "set", "cms", "--timeout", "3s", "--json"), ("target", "export")):
            self.assertNotIn(secret, self.world.ok(*command))

    def test_rotation(self):
        old = self.add("cms", "--sign", "hmac")["signingSecret"]
        _, door = self.world.serve()
        changed = self.set("cms", "--rotate-signing-secret", "--overlap", "1h")
        new = changed["signingSecret"]
        self.assertEqual([bool(key["until"]) for key in changed["signing"]["keys"]], [False, True])
        self.assertRegex(self.world.ok("target", "show", "cms"), r"(?m)^Signing +hmac in webhook-signature, 2 keys, an older until 20")

        def by(key):
            return CHECKS["hmac"](key, headers, body)
        # The engine learns of it within half a second.
        self.world.until(lambda: self.callback(door)[1]["webhook-signature"].count("v1,") == 2, "a signature by both")
        _, headers, body = self.callback(door)
        self.assertTrue(by(old) and by(new))
        self.assertFalse(by(PLANTED))
        self.world.write("key", PLANTED)
        last = self.set("cms", "--rotate-signing-secret=@key", "--overlap", "0s")
        self.assertNotIn("signingSecret", last)
        self.assertEqual(len(last["signing"]["keys"]), 2)  # the one before the last still has its hour
        self.world.until(lambda: CHECKS["hmac"](PLANTED, *self.callback(door)[1:]), "a signature by the newest")
        _, headers, body = self.callback(door)
        self.assertTrue(by(PLANTED) and by(old))
        self.assertFalse(by(new))

    def test_where_there_is_room_for_one_the_new_key_counts_at_once(self):
        old = self.add("cms", "--sign", "body-sha256")["signingSecret"]
        code, out, err = self.world.run("target", "set", "cms", "--rotate-signing-secret", "--overlap", "24h", "--json")
        self.assertEqual(code, 0, err)
        self.assertIn("the new key counts at once", err)
        changed = json.loads(out)
        self.assertEqual(changed["signing"]["keys"], [{"until": None}])
        _, door = self.world.serve()
        _, headers, body = self.callback(door)
        self.assertTrue(CHECKS["body-sha256"](changed["signingSecret"], headers, body))
        self.assertFalse(CHECKS["body-sha256"](old, headers, body))

    def test_every_try_and_every_replay_is_signed_anew(self):
        key = self.add("cms", "--sign", "hmac", "--retry", "1500ms")["signingSecret"]
        self.receiver.answers = [503, 404]
        _, door = self.world.serve()
        first = self.callback(door)
        second = self.receiver.next()
        for _, headers, body in (first, second):
            self.assertTrue(CHECKS["hmac"](key, headers, body))
        self.assertEqual(second[1]["webhook-id"], first[1]["webhook-id"])
        self.assertGreater(int(second[1]["webhook-timestamp"]), int(first[1]["webhook-timestamp"]))
        self.assertNotEqual(second[1]["webhook-signature"], first[1]["webhook-signature"])
        row = self.world.until(lambda: [r for r in self.world.lines("deliveries") if r["state"] == "failed"], "a failure")[0]
        replay = self.world.lines("replay", row["id"])[0]
        _, headers, body = self.receiver.next()
        self.assertEqual(body, first[2])
        self.assertEqual((headers["webhook-id"], headers["callboard-replay-of"]), (replay["id"], row["id"]))
        self.assertTrue(CHECKS["hmac"](key, headers, body))

    def test_no_key_in_anything_that_is_kept(self):
        self.world.write("planted.txt", PLANTED)
        self.add("typed", "--sign", "hmac", "--signing-secret", "@planted.txt")
        keys = [PLANTED, self.add("made", "--sign", "ed25519")["signingSecret"]]
        keys += [self.add(scheme, "--sign", scheme)["signingSecret"] for scheme in ("mux", "token")]
        keys.append(self.set("mux", "--rotate-signing-secret", "--overlap", "7d")["signingSecret"])
        process, door = self.world.serve()
        self.emit(door)
        for _ in range(4):
            self.receiver.next()
        self.world.until(lambda: self.world.counts() == {"delivered": 4}, "the deliveries")
        commands = [("delivery", number) for number in range(1, 5)] + [("target", "export"), ("target", "list")]
        told = "".join(self.world.ok(*command, *more) for command in commands for more in ((), ("--json",)))
        self.world.ok("target", "export", "export.json")
        self.world.ok("workspace", "backup", "copy.db")
        self.world.kill(process)  # the write-ahead log stays
        files = {path.name: path.read_bytes() for path in self.world.path.rglob("*") if path.is_file() and path.name != "planted.txt"}
        self.assertTrue({"w.db", "stderr.txt", "export.json", "copy.db"} <= set(files), set(files))
        for key in keys:
            text = re.sub("^wh[a-z]+_", "", key)
            spelled = [text.encode()] + ([base64.b64decode(text)] if text != key else [bytes.fromhex(text)])
            self.assertNotIn(text, told)
            for name, content in files.items():
                for secret in spelled:
                    self.assertNotIn(secret, content, name)

    def test_what_makes_no_sense_is_refused_and_changes_nothing(self):
        self.world.write("short", "whsec_cGxhbnRlZA==")
        self.world.write("good", PLANTED)
        self.add("plain")
        self.add("signed", "--sign", "hmac")
        before = self.world.lines("target", "list")
        add = ("target", "add", "--name", "new", "--url", "https://a.example/")
        cases = [
            ((*add, "--sign", "md5"), ("md5", "body-sha256")),
            ((*add, "--sign", "hmac", "--signing-secret", PLANTED), ("@FILE",)),
            ((*add, "--sign", "hmac", "--signing-secret", "@short"), ("has 7 bytes; it must have 24 to 64",)),
            ((*add, "--sign", "ed25519", "--signing-secret", "@good"), ("whsk_",)),
            ((*add, "--signing-secret", "@good"), ("--sign hmac",)),
            ((*add, "--sign", "none", "--signing-header", "X-Signed"), ("--sign hmac",)),
            ((*add, "--sign", "hmac", "--signing-header", "A B"), ("a space",)),
            ((*add, "--sign", "hmac", "--signing-header", "x-own", "--header", "X-Own: 1"), ("X-Own",)),
            (("target", "add", "--url", "mailto:ops@example.org", "--sign", "hmac"), ("mail",)),
            (("target", "set", "plain", "--rotate-signing-secret"), ("--sign hmac",)),
            (("target", "set", "signed", "--overlap", "1h"), ("--rotate-signing-secret",)),
            (("target", "set", "signed", "--rotate-signing-secret", "--overlap", "8d"), ("8d", "7d")),
            (("target", "set", "signed", "--rotate-signing-secret", "--sign", "mux"), ("another scheme",)),
            (("target", "set", "signed", "--rotate-signing-secret", "--signing-secret", "@good"), ("--signing-secret",)),
        ]
        for arguments, words in cases:
            with self.subTest(arguments=arguments):
                err = self.refused(words, *arguments)
                self.assertNotIn(PLANTED, err)
                self.assertNotIn("cGxhbnRlZA", err)
        self.assertEqual(self.world.lines("target", "list"), before)

    def test_signing_is_changed_and_ended(self):
        first = self.add("cms", "--sign", "hmac")["signingSecret"]
        self.assertNotIn("signingSecret", self.set("cms", "--sign", "hmac"))  # it is that already
        moved = self.set("cms", "--signing-header", "X-Signed")
        self.assertEqual((moved["signing"]["header"], "signingSecret" in moved), ("X-Signed", False))
        other = self.set("cms", "--sign", "cloudflare", "--signing-header", "")
        self.assertNotEqual(other["signingSecret"], first)
        self.assertEqual(other["signing"], {"scheme": "cloudflare", "keys": [{"until": None}]})
        self.assertNotIn("signing", self.set("cms", "--sign", "none"))
        self.assertRegex(self.world.ok("target", "show", "cms"), r"(?m)^Signing +off$")
        _, door = self.world.serve()
        self.assertFalse([name for name in self.callback(door)[1] if "signature" in name])

    def test_an_export_brings_no_key(self):
        self.add("cms", "--sign", "mux", "--signing-header", "X-Signed")
        self.world.ok("target", "export", "all.json")
        exported = json.loads((self.world.path / "all.json").read_text())["targets"][0]
        self.assertEqual(exported["signing"], {"scheme": "mux", "header": "X-Signed"})
        self.world.ok("target", "remove", "cms")
        code, out, err = self.world.run("target", "import", "all.json", "--json")
        self.assertEqual(code, 0, err)
        self.assertIn("signing with mux is off", err)
        self.assertNotIn("signing", json.loads(out))

    def test_without_its_key_file_a_target_is_paused_and_freed_of_signing(self):
        self.add("cms", "--sign", "hmac")
        (self.world.path / "vault.key").unlink()
        self.assertEqual(self.world.lines("target", "pause", "cms")[0]["state"], "paused")
        self.world.ok("target", "set", "cms", "--timeout", "3s")
        self.assertNotIn("signing", self.set("cms", "--sign", "none"))
        self.assertFalse((self.world.path / "vault.key").exists())

    def test_the_manuals_receiver_takes_it(self):
        page = (SOURCES / "resources/manual/signing.md").read_text(encoding="utf-8")
        manual = {}
        exec(re.search(r"```python\n(.*?)```", page, re.S)[1], manual)
        old = self.add("cms", "--sign", "hmac")["signingSecret"]
        new = self.set("cms", "--rotate-signing-secret")["signingSecret"]
        _, door = self.world.serve()
        _, headers, body = self.callback(door)
        for key in (old, new):
            self.assertTrue(manual["is_ours"](key, headers, body))
        self.assertFalse(manual["is_ours"](PLANTED, headers, body))
        self.assertFalse(manual["is_ours"](new, headers, body + b" "))
        late = {**headers, "webhook-timestamp": str(int(headers["webhook-timestamp"]) - 301)}
        self.assertFalse(manual["is_ours"](new, late, body))


if __name__ == "__main__":
    unittest.main()
