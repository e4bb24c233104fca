"""A second fault while the program recovers from the first (F21), by seed."""
import os
import random
import time
import unittest

from balance import assert_balanced
from faults import IN_FLIGHT, FaultWorld, Refused, Source

SEED = int(os.environ.get("CALLBOARD_SEED") or time.time_ns() % 1_000_000)


class F21FaultInRecovery(unittest.TestCase):
    def setUp(self):
        self.world = FaultWorld()
        self.addCleanup(self.world.close)
        self.source = Source(self.world.port, SEED)
        self.addCleanup(self.source.stop)
        self.random = random.Random(SEED)
        self.kills = 0

    def crash_under_load(self):
        process = self.world.launch()
        self.source.run(threads=3)
        time.sleep(self.random.uniform(0.1, 0.5))
        self.world.kill(process)
        self.source.stop()
        self.kills += 1

    def finish(self):
        process = self.world.launch()
        self.source.settle()
        self.world.drain()
        self.assertEqual(self.world.stop(process), 0)
        assert_balanced(self, self.world, self.source, self.kills * IN_FLIGHT)

    def test_killed_again_while_it_starts(self):
        print(f"seed {SEED}", flush=True)
        for _ in range(3):
            self.crash_under_load()
            for _ in range(4):
                process = self.world.spawn()
                time.sleep(self.random.uniform(0.0, 0.15))
                self.world.kill(process)
                self.kills += 1
        self.finish()

    def test_killed_at_each_write_of_the_recovery(self):
        for call in (1, 2, 3, 5, 9):
            with self.subTest(call=call):
                self.crash_under_load()
                action = self.random.choice(("kill-before", "kill-after", "tear"))
                self.world.plan("write+sync+truncate", call, action)
                process = self.world.spawn(**self.world.shim)
                self.world.until(lambda: process.poll() is not None or self.source.post(self.source.make()), "the end", 10)
                if process.poll() is None:
                    self.world.kill(process)
                self.kills += 1
                self.assertTrue(self.world.unplan())
        self.finish()

    def test_no_space_during_the_recovery(self):
        """It either says what is wrong and ends, or starts and refuses; either way the next start is whole."""
        for error, how in (("ENOSPC", "once"), ("ENOSPC", "sticky"), ("EIO", "once"), ("EIO", "sticky")):
            for call in sorted(self.random.sample(range(1, 12), 2)):
                with self.subTest(error=error, how=how, call=call):
                    self.crash_under_load()
                    self.world.plan("write+sync+truncate", call, error, how)
                    self.start_on_a_failing_disk()
                    self.world.unplan()
        self.finish()

    def start_on_a_failing_disk(self):
        try:
            process = self.world.launch(**self.world.shim)
        except Refused as refused:
            self.assertEqual(refused.code, 3, refused.said)
            self.assertRegex(refused.said, r"(?i)disk")
            self.assertIn(str(self.world.workspace), refused.said)
            return
        for _ in range(3):
            self.assertIn(self.source.post(self.source.make()), (202, 503))
        self.world.kill(process)
        self.kills += 1


if __name__ == "__main__":
    unittest.main()
