"""Somebody else holds the workspace: its lock for a while (F6), or a second program that would dispatch it too (F10)."""
import contextlib
import sqlite3
import threading
import time
import unittest

from balance import assert_balanced
from faults import IN_FLIGHT, FaultWorld, Refused, Source, quiet_port


class Case(unittest.TestCase):
    def setUp(self):
        self.world = FaultWorld()
        self.addCleanup(self.world.close)
        self.source = Source(self.world.port, 6)
        self.addCleanup(self.source.stop)

    def finish(self, process, at_most=0):
        self.assertIsNone(process.poll(), self.world.said(process))
        self.source.stop()
        self.source.settle()
        self.world.drain()
        self.assertEqual(self.world.stop(process), 0)
        assert_balanced(self, self.world, self.source, at_most)

    @contextlib.contextmanager
    def locked(self):
        db = sqlite3.connect(self.world.workspace, isolation_level=None, timeout=5)
        with contextlib.closing(db):
            db.execute("BEGIN EXCLUSIVE")
            yield
            db.execute("ROLLBACK")


class F6Locked(Case):
    def test_for_a_second(self):
        """Nobody notices but by waiting."""
        process = self.world.launch()
        self.source.run(threads=2)
        with self.locked():
            time.sleep(1)
        self.finish(process)
        self.assertEqual(self.source.refusals, [])

    def test_until_it_is_released(self):
        """The door says within some seconds that it takes nothing, and why; and takes again by itself."""
        process = self.world.launch()
        self.source.post(self.source.make())
        with self.locked():
            began = time.monotonic()
            self.assertEqual(self.source.post(self.source.make()), 503)
            self.assertLess(time.monotonic() - began, 12)  # behind what was under way before it
        for status, answer in self.source.refusals:
            self.assertRegex(answer["detail"], r"(?i)lock|busy|in use")
        self.finish(process)

    def test_for_ten_seconds_with_work_under_way(self):
        """What is in flight comes back to a locked store, and is recorded later, not repeated."""
        process = self.world.launch()
        self.source.run(threads=3)
        self.world.until(lambda: len(self.world.seen()) > 50, "work under way")
        with self.locked():
            time.sleep(10)
        self.finish(process)

    def test_while_it_starts(self):
        """It waits, or says who is in the way; once released it starts."""
        with self.locked():
            try:
                process = self.world.launch()
            except Refused as refused:
                self.assertEqual(refused.code, 3)
                self.assertRegex(refused.said, r"(?i)lock|busy|in use")
                process = None
        process = process or self.world.launch()
        self.source.post(self.source.make(5))
        self.finish(process)


class F10TwoPrograms(Case):
    def test_the_second_is_refused_and_says_who_holds_it(self):
        first = self.world.launch()
        self.source.run(threads=2)
        for _ in range(3):
            with self.assertRaises(Refused) as refused:
                self.world.launch(port=quiet_port())
            self.assertEqual(refused.exception.code, 3)
            self.assertIn(str(first.pid), refused.exception.said)
        self.finish(first)

    def test_a_killed_one_holds_nothing(self):
        self.source.run(threads=2)
        first = self.world.launch()
        self.world.until(lambda: len(self.world.seen()) > 20, "work under way")
        self.world.kill(first)
        self.finish(self.world.launch(), at_most=IN_FLIGHT)

    def test_of_many_at_once_one_starts(self):
        """All start at the same moment, on different ports."""
        ports = [self.world.port, *(quiet_port() for _ in range(4))]
        ready, refusals = [], []

        def start(port):
            try:
                ready.append((port, self.world.launch(port=port)))
            except Refused as refused:
                refusals.append(refused.code)

        threads = [threading.Thread(target=start, args=(port,)) for port in ports]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual((len(ready), refusals), (1, [3] * 4))
        self.source.port = ready[0][0]
        self.source.post(self.source.make(20))
        self.finish(ready[0][1])


if __name__ == "__main__":
    unittest.main()
