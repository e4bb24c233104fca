"""A disk that fails or is full (F3, F4): nothing acknowledged is lost, the door says why it takes nothing, and the
program goes on by itself when it can."""
import os
import pathlib
import resource
import shutil
import unittest

from balance import assert_balanced
from faults import FaultWorld, Source

NAMES_THE_STORE = r"(?i)workspace|database|disk"


class Case(unittest.TestCase):
    def setUp(self):
        self.world = FaultWorld()
        self.addCleanup(self.world.close)
        self.source = Source(self.world.port, 3)
        self.addCleanup(self.source.stop)

    def assert_refused_well(self):
        """Every refusal so far is a 503 that names the store."""
        self.assertTrue(self.source.refusals)
        for status, answer in self.source.refusals:
            self.assertEqual(status, 503, answer)
            self.assertRegex(answer["detail"], NAMES_THE_STORE)

    def assert_said(self, process, most):
        """The operator was told, and not drowned."""
        lines = self.world.said(process).splitlines()
        self.assertTrue(any(line for line in lines if "disk" in line or str(self.world.workspace) in line), lines[:5])
        self.assertLessEqual(len(lines), most, lines[:5])

    def finish(self, process):
        self.assertIsNone(process.poll(), self.world.said(process))
        self.source.settle()
        self.world.drain()
        self.assertEqual(self.world.stop(process), 0)
        return assert_balanced(self, self.world, self.source)


class F3FailingDisk(Case):
    def sweep(self, error, how, calls):
        process = self.world.launch(**self.world.shim)
        for call in calls:
            with self.subTest(call=call):
                self.world.plan("write+sync+truncate", call, error, how)
                self.post_until_fired()
                self.assertTrue(self.world.unplan())
                self.assertIsNone(process.poll(), "it ended")
                self.source.settle(10)  # there is room again: taken at once
        self.assert_refused_well()
        self.finish(process)
        return process

    def post_until_fired(self):
        for _ in range(60):
            self.source.post(self.source.make())
            if self.world.fired().exists():
                break
        self.source.post(self.source.make(5))

    def test_no_space_once(self):
        self.sweep("ENOSPC", "once", range(1, 25))

    def test_no_space_from_then_on(self):
        self.sweep("ENOSPC", "sticky", range(1, 25))

    def test_failing_disk_once(self):
        self.sweep("EIO", "once", range(1, 25))

    def test_failing_disk_from_then_on(self):
        self.sweep("EIO", "sticky", range(1, 25))

    def test_each_kind_of_call(self):
        process = self.world.launch(**self.world.shim)
        for operation, error in (("sync", "EIO"), ("sync", "ENOSPC"), ("write", "EIO"), ("checkpoint", "EIO"), ("checkpoint", "ENOSPC")):
            with self.subTest(operation=operation, error=error):
                self.world.plan(operation, 1, error, "sticky")
                for _ in range(400):
                    self.source.post(self.source.make(20))
                    if self.world.fired().exists():
                        break
                self.assertTrue(self.world.unplan())
                self.source.settle(10)
        self.finish(process)

    def test_it_is_said_once_and_when_it_is_over(self):
        process = self.world.launch(**self.world.shim)
        self.world.plan("write", 1, "ENOSPC", "sticky")
        self.source.run(threads=2, pause=0.005)
        self.world.until(lambda: len(self.source.refusals) > 200, "two hundred refusals")
        self.source.stop()
        self.world.unplan()
        self.assert_refused_well()
        self.assert_said(process, most=3)
        before = self.world.said(process)
        self.source.settle()
        self.world.until(lambda: self.world.said(process) != before, "a word that it goes on", 5)
        self.finish(process)
        self.assertLessEqual(len(self.world.said(process).splitlines()), 4)


class F4FullDisk(Case):
    def fill(self):
        """Posts until there is no room, and then some."""
        for _ in range(3000):
            if self.source.refusals:
                break
            self.source.post(self.source.make(20))
        for _ in range(20):
            self.source.post(self.source.make())
        self.assert_refused_well()

    def test_file_system_of_four_megabytes(self):
        """In a mount namespace of its own, looked into through /proc."""
        small = self.world.path / "small"
        small.mkdir()
        user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        script = f'mount -t tmpfs -o size=4m none {small} && cp {self.world.workspace} {small} && exec "$@"'
        process = self.world.launch("--workspace", small / "w.db", before=["unshare", "--mount", *user, "sh", "-c", script, "sh"])
        descriptor = os.open(f"/proc/{process.pid}/root{small}", os.O_PATH)  # keeps it when the program is gone
        self.addCleanup(os.close, descriptor)
        inside = pathlib.Path(f"/proc/self/fd/{descriptor}")
        ballast = inside / "ballast"
        room = os.statvfs(inside)
        ballast.write_bytes(b"x" * (room.f_bavail * room.f_frsize - 300_000))
        self.fill()
        ballast.unlink()
        self.source.settle()
        last = f"e{max(int(key[1:]) for key in self.source.acknowledged)}"
        sent = lambda: {row[0] for row in self.world.seen() if row[2] == last}
        self.world.until(lambda: {"/plain", "/pipelining"} <= sent(), "the last event's requests")
        self.assert_said(process, most=6)
        self.assertEqual(self.world.stop(process), 0)
        for file in inside.glob("w.db*"):
            shutil.copy(file, self.world.path)
        self.finish(self.world.launch())

    def test_limit_on_the_size_of_a_file(self):
        process = self.world.launch()
        limit = self.world.workspace.stat().st_size + 400_000
        hard = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (limit, hard))
        self.fill()
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (hard, hard))
        self.finish(process)
        self.assert_said(process, most=6)


if __name__ == "__main__":
    unittest.main()
