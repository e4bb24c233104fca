"""The vault's key from outside: rotated, recovered, moved to another machine, and behind a keychain that is locked."""
import json
import stat
import unittest

from keyring import Keyring
from program import World, event

SECRET = "Bearer planted-4711-planted"
WORDS = "four words in a row\n"


class Case(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def add(self, name="cms", url="https://callback.example/hook", *options):
        self.world.write("secret.txt", SECRET)
        self.world.ok("target", "add", "--name", name, "--url", url, "--secret-header", "Authorization: @secret.txt", *options)

    def status(self, world=None):
        return (world or self.world).lines("vault", "status")[0]

    def refused(self, code, words, *arguments, **options):
        world = options.pop("world", self.world)
        exit_code, out, err = world.run(*arguments, **options)
        self.assertEqual((exit_code, out), (code, ""), err)
        self.assertIn(words, err)

    def receiver(self):
        process, ready = self.world.start("receiver", "--listen", "127.0.0.1:0", "--json")
        return process, ready["receiver"]

    def arrived(self, process):
        """The secret header of the next callback."""
        return dict(json.loads(process.stdout.readline())["headers"])["Authorization"]


class KeyFile(Case):
    def test_status_says_how_it_stands(self):
        self.world.ok("target", "add", "--url", "https://callback.example/")
        before = self.status()
        self.assertEqual((before["open"], before["trouble"], before["keyId"], before["secrets"]), (False, "not-made", None, 0))
        self.add()
        now = self.status()
        self.assertEqual((now["open"], now["secrets"], now["recovery"], now["passphrase"]), (True, 1, False, False))
        self.assertRegex(now["keyId"], "^[0-9a-f]{16}$")
        self.assertIn("recovery key: no", self.world.ok("vault", "status"))

    def test_rotation_goes_on_sending(self):
        receiver, url = self.receiver()
        self.add("cms", url, "--allow-private")
        process, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.assertEqual(self.arrived(receiver), SECRET)
        key = self.world.path / "vault.key"
        before, key_id = key.read_bytes(), self.status()["keyId"]
        said = self.world.run("vault", "rotate")
        self.assertEqual(said[0], 0, said)
        self.assertIn("1 secrets were sealed anew", said[2])
        self.assertNotEqual(key.read_bytes(), before)
        self.assertNotEqual(self.status()["keyId"], key_id)
        self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
        self.assertEqual(list(self.world.path.glob("vault.key.*")), [])
        # The engine that was running notices, and so does the next one.
        self.world.write("two.json", event(2))
        self.world.ok("emit", "two.json", "--to", door)
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.ok("target", "set", "cms", "--method", "PUT")
        self.world.write("three.json", event(3))
        self.world.ok("emit", "three.json", "--to", door)
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.stop(process)
        process, door = self.world.serve()
        self.world.write("four.json", event(4))
        self.world.ok("emit", "four.json", "--to", door)
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.stop(process)

    def test_a_key_that_is_gone_is_not_made_anew(self):
        self.add()
        (self.world.path / "vault.key").unlink()
        self.assertEqual(self.status()["trouble"], "missing")
        self.world.write("other.txt", "other")
        self.refused(1, "is not on this machine", "target", "add", "--url", "https://b.example/", "--secret-header", "X-Key: @other.txt")
        self.assertFalse((self.world.path / "vault.key").exists())

    def test_a_workspace_moves_with_its_recovery_key(self):
        receiver, url = self.receiver()
        self.add("cms", url, "--allow-private")
        recovery = self.world.ok("vault", "recovery").strip()
        self.assertRegex(recovery, "^([0-9A-Z]{6}-){10}[0-9A-Z]{3}$")
        # Another machine: the workspace's file alone.
        self.world.ok("workspace", "backup", "moved.db")
        moved = {"CALLBOARD_WORKSPACE": str(self.world.path / "moved.db"),
                 "CALLBOARD_VAULT_KEY_FILE": str(self.world.path / "elsewhere.key")}
        self.world.env.update(moved)
        self.assertEqual(self.status()["trouble"], "missing")
        wrong = ("8" if recovery[3] != "8" else "9").join((recovery[:3], recovery[4:]))
        self.refused(2, "Group 1 of the recovery key is not as it was shown.", "vault", "unlock", "--recovery", "-", stdin=wrong)
        self.refused(2, "one of them", "vault", "unlock")
        self.world.ok("vault", "unlock", "--recovery", "-", stdin=recovery.lower())
        self.assertTrue(self.status()["open"])
        process, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.stop(process)
        # A rotation ends the recovery key.
        self.world.ok("vault", "rotate")
        (self.world.path / "elsewhere.key").unlink()
        self.refused(4, "the key was rotated", "vault", "unlock", "--recovery", "-", stdin=recovery)

    def test_held_until_it_is_unlocked(self):
        receiver, url = self.receiver()
        self.add("cms", url, "--allow-private")
        self.world.ok("target", "add", "--name", "plain", "--url", url + "/plain", "--allow-private")
        recovery = self.world.ok("vault", "recovery").strip()
        key = self.world.path / "vault.key"
        key.rename(self.world.path / "away")
        process, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.assertEqual(json.loads(receiver.stdout.readline())["path"], "/plain")
        held = self.world.until(lambda: self.world.lines("deliveries", "--state", "held"), "the delivery held")
        self.assertIn("is not on this machine", self.world.ok("delivery", held[0]["id"]) + json.dumps(held))
        self.world.ok("vault", "unlock", "--recovery", "-", stdin=recovery)
        self.assertEqual(self.arrived(receiver), SECRET)  # within half a minute, without a restart
        self.world.stop(process)

    def test_a_passphrase_opens_a_server(self):
        receiver, url = self.receiver()
        self.add("cms", url, "--allow-private")
        self.refused(2, "at least 12 characters", "vault", "passphrase", "-", stdin="too short\n")
        self.refused(2, "--remove", "vault", "passphrase")
        self.world.ok("vault", "passphrase", "-", stdin=WORDS)
        words = self.world.write("words", WORDS)
        words.chmod(0o600)
        (self.world.path / "vault.key").unlink()
        del self.world.env["CALLBOARD_VAULT_KEY_FILE"]
        self.world.env["CALLBOARD_VAULT_PASSPHRASE_FILE"] = str(words)
        process, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.ok("vault", "rotate")
        self.world.write("two.json", event(2))
        self.world.ok("emit", "two.json", "--to", door)
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.stop(process)
        self.refused(1, "nothing else on this machine keeps the key", "vault", "passphrase", "--remove")

    def test_nothing_of_it_is_in_the_clear(self):
        self.add()
        recovery = self.world.ok("vault", "recovery").strip()
        self.world.ok("vault", "passphrase", "-", stdin=WORDS)
        self.world.ok("vault", "rotate", "--passphrase", "-", stdin=WORDS)
        again = self.world.ok("vault", "recovery").strip()
        key = (self.world.path / "vault.key").read_bytes()
        stored = b"".join(path.read_bytes() for path in self.world.path.glob("w.db*"))
        for planted in (SECRET, WORDS.strip(), recovery, again, recovery.replace("-", "")):
            self.assertNotIn(planted.encode(), stored)
        self.assertNotIn(key, stored)
        trail = self.world.ok("trail")
        for action in ("rotated", "recovery", "passphrase"):
            self.assertIn(action, trail)


class Keychain(Case):
    """The real program and a real gnome-keyring."""

    def setUp(self):
        super().setUp()
        self.ring = self.keyring("here")
        self.use(self.ring)

    def keyring(self, name):
        ring = Keyring(self.world.path / name)
        self.addCleanup(ring.close)
        return ring

    def use(self, ring):
        self.world.env.pop("CALLBOARD_VAULT_KEY_FILE", None)
        self.world.env.update(ring.session())

    def test_a_key_is_kept_and_rotated(self):
        self.add()
        self.assertEqual(len(self.ring.entries()), 1)
        before = self.status()
        self.assertTrue(before["open"])
        self.world.ok("vault", "rotate")
        self.assertEqual(len(self.ring.entries()), 1)  # the old one is gone
        now = self.status()
        self.assertTrue(now["open"])
        self.assertNotEqual(now["keyId"], before["keyId"])

    def test_a_locked_keychain_holds_and_releases(self):
        receiver, url = self.receiver()
        self.add("cms", url, "--allow-private")
        self.world.ok("target", "add", "--name", "plain", "--url", url + "/plain", "--allow-private")
        self.ring.lock()
        self.assertIn(self.status()["trouble"], ("locked", "refused"))
        process, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.assertEqual(json.loads(receiver.stdout.readline())["path"], "/plain")
        self.world.until(lambda: self.world.lines("deliveries", "--state", "held"), "the delivery held")
        self.ring.unlock()
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.stop(process)

    def test_a_daemon_that_is_killed_and_comes_back(self):
        receiver, url = self.receiver()
        self.add("cms", url, "--allow-private")
        self.world.ok("target", "add", "--name", "plain", "--url", url + "/plain", "--allow-private")
        self.ring.lock()
        process, door = self.world.serve()  # which has spoken to the daemon
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.assertEqual(json.loads(receiver.stdout.readline())["path"], "/plain")
        self.world.until(lambda: self.world.lines("deliveries", "--state", "held"), "the delivery held")
        self.ring.restart()
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.stop(process)

    def test_a_question_that_nobody_answers(self):
        self.add()
        self.ring.ask_in_vain()
        self.ring.lock()
        self.assertEqual(self.status()["trouble"], "locked")

    def test_a_keychain_that_hangs(self):
        self.add()
        self.ring.stop_answering()
        self.assertEqual(self.status()["trouble"], "silent")

    def test_a_keychain_that_is_gone(self):
        self.add()
        self.ring.kill()
        self.ring.bus.kill()
        self.ring.bus.wait()
        self.assertEqual(self.status()["trouble"], "no-keychain")

    def test_a_workspace_moves_to_another_keychain(self):
        receiver, url = self.receiver()
        self.add("cms", url, "--allow-private")
        self.world.ok("vault", "passphrase", "-", stdin=WORDS)
        there = self.keyring("there")
        self.use(there)
        self.assertEqual(self.status()["trouble"], "missing")
        self.assertEqual(there.entries(), [])
        self.refused(1, "not the passphrase", "vault", "unlock", "--passphrase", "-", stdin="not those four words")
        self.world.ok("vault", "unlock", "--passphrase", "-", stdin=WORDS)
        self.assertEqual(len(there.entries()), 1)
        process, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.assertEqual(self.arrived(receiver), SECRET)
        self.world.stop(process)


if __name__ == "__main__":
    unittest.main()
