"""The workspace's file: read-only, removed, renamed or replaced while it is open (F7), corrupt (F8), of another schema (F9)."""
import contextlib
import pathlib
import re
import shutil
import sqlite3
import unittest

from balance import assert_balanced
from faults import PLAIN_USER, FaultWorld, Refused, Source
from program import SOURCES

APPLICATION_ID = 0x43614264


class Case(unittest.TestCase):
    def setUp(self):
        self.world = FaultWorld({"plain": []})
        self.addCleanup(self.world.close)
        self.source = Source(self.world.port, 7)
        self.addCleanup(self.source.stop)

    def files(self):
        """Bytes of the workspace's file, and of its log where that has any."""
        found = {}
        for suffix in ("", "-wal"):
            path = pathlib.Path(f"{self.world.workspace}{suffix}")
            if path.exists() and path.stat().st_size:
                found[suffix] = path.read_bytes()
        return found

    def assert_refused(self, words, **more):
        """Not started: exit 3, the file named, the reason said; not a byte changed."""
        before = self.files()
        with self.assertRaises(Refused) as refused:
            process = self.world.launch(**more)
            self.world.kill(process)
        self.assertEqual(refused.exception.code, 3, refused.exception.said)
        self.assertIn(str(self.world.workspace), refused.exception.said)
        self.assertRegex(refused.exception.said, words)
        self.assertEqual(len(refused.exception.said.splitlines()), 1, refused.exception.said)
        self.assertTrue(self.files() == before, "the file was changed")

    def finish(self, process):
        self.assertIsNone(process.poll(), self.world.said(process))
        self.source.settle()
        self.world.drain()
        self.assertEqual(self.world.stop(process), 0)
        assert_balanced(self, self.world, self.source)


class F7File(Case):
    def fill(self):
        process = self.world.launch()
        self.source.post(self.source.make(20))
        self.world.drain()
        self.assertEqual(self.world.stop(process), 0)

    def test_read_only_file(self):
        self.fill()
        self.world.workspace.chmod(0o400)
        self.assert_refused(r"(?i)read-?only|written|permission", before=PLAIN_USER)

    def test_read_only_directory(self):
        self.fill()
        self.world.path.chmod(0o500)
        self.addCleanup(self.world.path.chmod, 0o700)
        self.assert_refused(r"(?i)read-?only|written|permission|open", before=PLAIN_USER)

    def test_made_read_only_while_open(self):
        """What is open stays open: taken and kept, or refused."""
        process = self.world.launch(before=PLAIN_USER)
        self.source.post(self.source.make(5))
        self.world.workspace.chmod(0o400)
        self.world.path.chmod(0o500)
        self.addCleanup(self.world.path.chmod, 0o700)
        for _ in range(20):
            self.assertIn(self.source.post(self.source.make(5)), (202, 503))
        self.world.path.chmod(0o700)
        self.world.workspace.chmod(0o600)
        self.finish(process)

    def refuses_from_now_on(self, process):
        taken = [self.source.post(self.source.make()) for _ in range(5)]
        self.assertEqual(taken, [503] * 5, "taken into a file that is no longer there")
        self.assertIsNone(process.poll())
        self.assertRegex(self.source.refusals[-1][1]["detail"], r"(?i)removed|moved|renamed|replaced|gone|not there")
        self.assertIn(str(self.world.workspace), self.world.said(process))

    def test_removed_while_open(self):
        process = self.world.launch()
        self.source.post(self.source.make(5))
        for file in self.world.path.glob("w.db*"):
            file.unlink()
        self.refuses_from_now_on(process)
        self.assertFalse(self.world.workspace.exists(), "a fresh, empty workspace was made")
        self.world.stop(process)
        self.assertFalse(self.world.workspace.exists(), "a fresh, empty workspace was made")

    def test_renamed_while_open(self):
        """Moved back, it is taken up again."""
        process = self.world.launch()
        self.source.post(self.source.make(5))
        elsewhere = self.world.path / "elsewhere.db"
        self.world.workspace.rename(elsewhere)
        self.refuses_from_now_on(process)
        elsewhere.rename(self.world.workspace)
        self.finish(process)

    def test_replaced_while_open(self):
        """By an older copy of itself, as a restored backup would be."""
        self.fill()
        copy = self.world.path / "copy.db"
        shutil.copy(self.world.workspace, copy)
        process = self.world.launch()
        self.source.post(self.source.make(5))
        before = copy.read_bytes()
        copy.replace(self.world.workspace)
        self.refuses_from_now_on(process)
        self.world.stop(process)
        self.assertTrue(self.world.workspace.read_bytes() == before, "the other file was written to")


class F8Corrupt(Case):
    def setUp(self):
        super().setUp()
        process = self.world.launch()
        for _ in range(4):
            self.source.post(self.source.make(50))
        self.world.drain()
        self.assertEqual(self.world.stop(process), 0)
        self.bytes = bytearray(self.world.workspace.read_bytes())

    def refused(self, content, words=r"(?i)malformed|corrupt|damaged|not a Callboard workspace|no SQLite database"):
        self.world.workspace.write_bytes(content)
        self.assert_refused(words)
        code, _, said = self.world.run("target", "list")
        self.assertIn(code, (0, 3), said)  # a read may not come across it, and never crashes

    def root_page(self, name):
        with contextlib.closing(sqlite3.connect(f"file:{self.world.workspace}?mode=ro", uri=True)) as db:
            return db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [name]).fetchone()[0]

    def test_no_database_at_all(self):
        self.refused(b"events\n" * 1000)

    def test_text_shorter_than_a_header(self):
        self.refused(b"not a database\n")

    def test_database_of_another_program(self):
        self.world.workspace.unlink()
        with contextlib.closing(sqlite3.connect(self.world.workspace)) as other:
            other.executescript("CREATE TABLE note (text); INSERT INTO note VALUES ('dear diary')")
        self.refused(self.world.workspace.read_bytes(), "another program")

    def test_truncated_in_the_middle(self):
        self.refused(self.bytes[:len(self.bytes) // 2])

    def test_truncated_to_its_first_page(self):
        self.refused(self.bytes[:4096])

    def test_header_says_nonsense(self):
        self.bytes[16:100] = bytes(range(84))
        self.refused(self.bytes)

    def test_page_of_the_targets_is_garbage(self):
        page = self.root_page("target")
        self.bytes[(page - 1) * 4096:page * 4096] = b"\xa5" * 4096
        self.refused(self.bytes)

    def test_page_of_the_events_is_garbage(self):
        page = self.root_page("event")
        self.bytes[(page - 1) * 4096:page * 4096] = b"\xa5" * 4096
        self.refused(self.bytes)

    def test_page_of_an_index_is_garbage(self):
        page = self.root_page("attempt_by_delivery")
        self.bytes[(page - 1) * 4096:page * 4096] = b"\xa5" * 4096
        self.refused(self.bytes)

    def test_log_of_another_database(self):
        """A write-ahead log beside it that belongs to another program's database."""
        other_file = self.world.path / "other.db"
        with contextlib.closing(sqlite3.connect(other_file)) as other:
            other.executescript("PRAGMA journal_mode = WAL; CREATE TABLE note (text); INSERT INTO note VALUES ('x')")
            shutil.copy(f"{other_file}-wal", f"{self.world.workspace}-wal")
        self.assertGreater(pathlib.Path(f"{self.world.workspace}-wal").stat().st_size, 0)
        self.assert_refused(r"(?i)another program|malformed|corrupt|damaged")


class F9Schema(Case):
    def version(self):
        with contextlib.closing(sqlite3.connect(f"file:{self.world.workspace}?mode=ro", uri=True)) as db:
            return db.execute("PRAGMA user_version").fetchone()[0]

    def test_newer_schema(self):
        with contextlib.closing(sqlite3.connect(self.world.workspace)) as db:
            db.execute(f"PRAGMA user_version = {self.version() + 1}")
        self.assert_refused(r"(?i)newer")

    def old_workspace(self):
        """A workspace of schema 2 in which a target was told of one of its two events."""
        path = self.world.path / "old.db"
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            for name in ("001", "002"):
                schema = next((SOURCES / "resources/schema").glob(f"{name}_*.sql")).read_text(encoding="utf-8")
                schema = re.sub("--.*", "", schema)  # as the program makes them: any other table is somebody else's
                db.executescript(schema.replace("{id}", "INTEGER PRIMARY KEY").replace("{blob}", "BLOB"))
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute("PRAGMA user_version = 2")
            db.execute("INSERT INTO meta VALUES ('tag', 'abcdef')")
            db.execute("INSERT INTO target (id, name, name_key, position, url, method, format, source, triggers, state, state_reason, "
                       "scope_kind, scope_id, coalesce_ms, pipelining, ordered, allow_private, connect_timeout_ms, total_timeout_ms, "
                       "retry, max_in_flight, revision, created_at, updated_at) VALUES (1, 'plain', 'plain', 1, ?, 0, 0, 0, 3, 0, '', "
                       "0, '', 0, 0, 1, 1, 5000, 15000, '1s', 8, 1, 1, 1)", [f"{self.world.receiver_url}/plain"])
            for number, state, finished in ((1, 10, 9), (2, 1, None)):
                db.execute("INSERT INTO event VALUES (?, '/old', ?, 'media.asset.published', 0, ?, '', '', 'application/json', ?, ?, 1, 1)",
                           [number, f"old{number}", f"a{number}", f'{{"uuid":"a{number}","assetName":"old{number}"}}'.encode(), bytes(32)])
                db.execute("INSERT INTO delivery (id, target_id, asset, trigger_kind, first_event, latest_event, merged, state, attempts, "
                           "status, error, cause, created_at, due_at, finished_at) VALUES (?, 1, ?, 0, ?, ?, 0, ?, ?, 200, '', '', 1, 1, ?)",
                           [number, f"a{number}", number, number, state, int(state == 10), finished])
                db.execute("INSERT INTO delivery_event VALUES (?, ?)", [number, number])
            db.execute("INSERT INTO attempt (id, delivery_id, number, started_at, finished_at, target_revision, url, outcome, error_class, "
                       "error_text, status, request_head, response_size, truncated, remote_address) "
                       "VALUES (1, 1, 1, 1, 9, 1, '', 1, 0, '', 200, x'', 0, 0, '')")
            db.execute("UPDATE sequence SET value = 2 WHERE name IN ('event', 'delivery')")
            db.execute("UPDATE sequence SET value = 1 WHERE name IN ('target', 'attempt')")
        return path

    def put(self, old):
        for file in self.world.path.glob("w.db*"):
            file.unlink()
        shutil.copy(old, self.world.workspace)

    def assert_migrates(self, newest):
        """The next start brings it up to date with all that was in it, and sends what was owed."""
        process = self.world.launch()
        self.world.drain()
        self.assertEqual(self.world.stop(process), 0)
        self.assertEqual(self.version(), newest)
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "2 accepted, 2 outcomes, 0 unexplained")
        self.assertEqual([row[2] for row in self.world.seen()], ["old2"])
        self.world.seen_file.write_text("", encoding="utf-8")

    def test_killed_at_any_call_of_a_migration(self):
        """Killed a step further each time until it comes through."""
        newest, old = self.version(), self.old_workspace()
        call, kills = 1, 0
        while kills < 40:
            self.put(old)
            action = ("kill-before", "tear", "kill-after")[kills % 3]
            self.world.plan("write+sync+truncate", call, action)
            try:
                process = self.world.launch(**self.world.shim)
                self.assertFalse(self.world.unplan(), "a call after the start")
                self.world.kill(process)
                break
            except Refused as refused:
                self.assertEqual(refused.code, -9, refused.said)
            self.world.unplan()
            kills += 1
            self.assertIn(self.version(), range(2, newest + 1))
            self.assert_migrates(newest)
            call += 1 + call // 4
        self.assertGreater(kills, 3)

    def test_no_space_during_a_migration(self):
        newest, old = self.version(), self.old_workspace()
        for error, call in (("ENOSPC", 2), ("EIO", 5), ("ENOSPC", 12), ("EIO", 20)):
            with self.subTest(error=error, call=call):
                self.put(old)
                self.world.plan("write+sync+truncate", call, error, "sticky")
                with self.assertRaises(Refused) as refused:
                    self.world.launch(**self.world.shim)
                self.assertTrue(self.world.unplan())
                self.assertEqual(refused.exception.code, 3, refused.exception.said)
                self.assertRegex(refused.exception.said, r"(?i)disk")
                self.assert_migrates(newest)


if __name__ == "__main__":
    unittest.main()
