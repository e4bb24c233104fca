"""The workspace's file: what is in it, copies of it, its history, and whether it can be trusted."""
import http.client
import json
import os
import sqlite3
import stat
import threading
import unittest

from program import TOKEN, Nginx, World, event, jsonl


class Load(threading.Thread):
    """Posts batches to a door until it is stopped."""

    def __init__(self, intake):
        super().__init__()
        self.host = intake.removeprefix("http://")
        self.accepted = 0
        self.over = threading.Event()

    def run(self):
        door = http.client.HTTPConnection(self.host, timeout=20)
        while not self.over.is_set():
            batch = [event(f"load-{self.accepted + i}") for i in range(20)]
            door.request("POST", "/v1/events", json.dumps(batch), {
                "Authorization": f"Bearer {TOKEN}", "Content-Type": "application/cloudevents-batch+json"})
            answer = door.getresponse()
            answer.read()
            assert answer.status == 202, answer.status
            self.accepted += len(batch)
        door.close()

    def stop(self):
        self.over.set()
        self.join()


class Workspace(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def sql(self, statement, *values, path=None):
        """Another program at the file."""
        db = sqlite3.connect(path or self.world.workspace, timeout=10)
        try:
            rows = db.execute(statement, values).fetchall()
            db.commit()
            return rows
        finally:
            db.close()

    def filled(self, events=30):
        """Events that were told to a real receiver."""
        nginx = Nginx(self.world.path)
        self.addCleanup(nginx.close)
        self.world.ok("target", "add", "--name", "cms", "--url", f"http://127.0.0.1:{nginx.port}/", "--allow-private")
        self.world.ok("emit", "-", stdin=jsonl(event(i) for i in range(events)))
        serve, intake = self.world.serve()
        self.world.until(lambda: self.world.counts().get("delivered") == events, "everything delivered")
        return serve, intake

    def age(self, days):
        """Everything that is there happened so long ago."""
        back = days * 86_400_000
        self.sql("UPDATE event SET received_at = received_at - ?", back)
        self.sql("UPDATE delivery SET created_at = created_at - ?, finished_at = finished_at - ?", back, back)

    def audit(self, workspace=None):
        out = self.world.ok("audit", **({"CALLBOARD_WORKSPACE": str(workspace)} if workspace else {}))
        self.assertIn(" 0 unexplained", out)
        return out

    def test_info_says_what_is_in_it_and_who_runs_it(self):
        serve, _ = self.filled(3)
        info = self.world.lines("workspace", "info")[0]
        self.assertEqual((info["targets"], info["events"], info["deliveries"], info["open"]), (1, 3, 3, 0))
        self.assertEqual(info["retention"], {"age": "90d", "limitBytes": None})
        self.assertEqual(info["path"], str(self.world.workspace))
        self.assertIn(f"Process {serve.pid}", info["heldBy"])
        self.world.stop(serve)
        self.assertIsNone(self.world.lines("workspace", "info")[0]["heldBy"])
        self.assertIn("nobody", self.world.ok("workspace", "info"))

    def test_backup_under_load_is_sound_and_runs(self):
        serve, intake = self.filled(20)
        load = Load(intake)
        load.start()
        self.addCleanup(load.stop)
        for i in range(3):
            before = load.accepted
            made = self.world.lines("workspace", "backup", f"copy-{i}.db")[0]
            copy = self.world.path / f"copy-{i}.db"
            self.assertEqual(made, {"backup": str(copy), "bytes": copy.stat().st_size})
            self.assertEqual(stat.S_IMODE(copy.stat().st_mode), 0o600)
            self.world.ok("workspace", "verify", CALLBOARD_WORKSPACE=str(copy))
            self.audit(copy)
            self.assertGreaterEqual(self.sql("SELECT COUNT(*) FROM event", path=copy)[0][0], before + 20)
        load.stop()
        accepted = load.accepted + 20
        self.world.until(lambda: self.world.counts().get("delivered") == accepted, "the load delivered")
        self.assertEqual(self.world.stop(serve), 0)
        self.audit()
        code, out, err = self.world.run("workspace", "backup", "copy-0.db")
        self.assertEqual((code, out), (1, ""))
        self.assertIn("exists already", err)

    def test_prune_says_how_much_and_balances(self):
        serve, _ = self.filled(30)
        self.world.stop(serve)
        self.age(100)
        self.world.ok("target", "pause", "cms")
        self.world.ok("emit", "-", stdin=jsonl(event(i) for i in range(100, 105)))  # held: they stay
        code, out, err = self.world.run("workspace", "prune", "--older-than", "90d")
        self.assertEqual((code, out), (2, ""))
        self.assertIn("30 deliveries", err)
        self.assertIn("--yes", err)
        plan = self.world.lines("workspace", "prune", "--older-than", "90d", "--plan")[0]
        self.assertEqual((plan["deliveries"], plan["attempts"]), (30, 30))
        gone = self.world.lines("workspace", "prune", "--older-than", "90d", "--yes")
        self.assertEqual(gone, [{"deliveries": 30, "attempts": 30, "events": 30, "notifications": 0}])
        self.assertEqual(self.world.counts(), {"held": 5})
        self.audit()
        self.world.ok("workspace", "verify")
        self.assertEqual(self.world.lines("workspace", "prune", "--older-than", "90d")[0]["deliveries"], 0)
        code, out, err = self.world.run("workspace", "prune", "--older-than", "a while")
        self.assertEqual((code, out), (2, ""))

    def test_prune_beside_a_running_engine(self):
        serve, intake = self.filled(30)
        self.age(100)
        load = Load(intake)
        load.start()
        self.addCleanup(load.stop)
        self.world.ok("workspace", "prune", "--older-than", "90d", "--yes")
        code, out, err = self.world.run("workspace", "prune", "--older-than", "90d", "--vacuum", "--yes")
        self.assertEqual((code, out), (3, ""), err)  # not while another process runs it
        self.assertIn(str(serve.pid), err)
        load.stop()
        self.world.until(lambda: self.world.counts() == {"delivered": load.accepted}, "the load delivered")
        self.assertEqual(self.world.stop(serve), 0)
        self.audit()
        size = self.world.workspace.stat().st_size
        self.world.ok("workspace", "prune", "--older-than", "0s", "--vacuum", "--yes")
        self.assertLess(self.world.workspace.stat().st_size, size)
        self.world.ok("workspace", "verify")

    def test_retention_is_shown_and_set(self):
        self.world.ok("target", "add", "--url", "https://example.com/")
        self.assertIn("90d", self.world.ok("workspace", "retention"))
        self.assertEqual(self.world.lines("workspace", "retention", "--age", "30d", "--limit", "2GB"),
                         [{"age": "30d", "limitBytes": 2 << 30}])
        self.assertEqual(self.world.lines("workspace", "info")[0]["retention"], {"age": "30d", "limitBytes": 2 << 30})
        self.assertEqual(self.world.lines("workspace", "retention", "--age", "forever", "--limit", "none"),
                         [{"age": None, "limitBytes": None}])
        for bad in (["--age", "5m"], ["--age", "soon"], ["--limit", "2"], ["--limit", "1KB"]):
            code, out, err = self.world.run("workspace", "retention", *bad)
            self.assertEqual((code, out), (2, ""), err)

    def test_verify_names_what_is_wrong(self):
        serve, _ = self.filled(5)
        self.world.stop(serve)
        sound = self.world.lines("workspace", "verify")[0]
        self.assertRegex(sound.pop("trailHead"), "^[0-9a-f]{64}$")
        self.assertEqual(sound, {"sound": True, "findings": []})
        self.sql("UPDATE event SET owed = 5 WHERE id = 3")
        code, out, err = self.world.run("workspace", "verify", "--json")
        self.assertEqual(code, 1)
        self.assertFalse(json.loads(out)["sound"])
        self.assertIn("Event 3 ", err)

    def damage(self, path):
        with open(path, "r+b") as file:
            file.seek(os.path.getsize(path) * 6 // 10 // 4096 * 4096)
            file.write(b"\xa5" * 4096)

    def test_damage_is_refused_and_salvaged(self):
        serve, _ = self.filled(200)
        self.world.stop(serve)
        self.damage(self.world.workspace)
        before = self.world.workspace.read_bytes()
        code, out, err = self.world.run("workspace", "verify", "--json")
        self.assertEqual(code, 1, err)
        code, out, err = self.world.run("workspace", "backup", "copy.db")
        self.assertEqual((code, out), (3, ""))
        self.assertIn("salvage", err)
        self.assertFalse((self.world.path / "copy.db").exists())
        rescued = self.world.lines("workspace", "salvage", "rescued.db")[0]
        self.assertFalse(rescued["complete"])
        self.assertGreater(rescued["rows"], 100)
        self.assertEqual(self.world.workspace.read_bytes(), before)
        targets = self.world.lines("target", "list", CALLBOARD_WORKSPACE=str(self.world.path / "rescued.db"))
        self.assertEqual([t["name"] for t in targets], ["cms"])

    def test_there_has_to_be_a_workspace(self):
        for command in (["info"], ["backup", "copy.db"], ["verify"], ["retention"], ["salvage", "new.db"],
                        ["prune", "--older-than", "1d", "--yes"]):
            code, out, err = self.world.run("workspace", *command)
            self.assertEqual((code, out), (3, ""), err)
            self.assertIn("There is no workspace", err)
        self.assertFalse(self.world.workspace.exists())
        for command in ("info", "backup", "prune", "retention", "verify", "salvage"):
            self.assertIn("Example: callboard", self.world.ok("workspace", command, "--help"))


if __name__ == "__main__":
    unittest.main()
