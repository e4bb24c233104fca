"""The program is killed at CALLBOARD_KILLS random moments under load, and nothing that it acknowledged is lost (F1)."""
import os
import random
import time
import unittest

from balance import assert_balanced
from faults import IN_FLIGHT, FaultWorld, Source

KILLS = int(os.environ.get("CALLBOARD_KILLS", "20"))
SEED = int(os.environ.get("CALLBOARD_SEED") or time.time_ns() % 1_000_000)


class F1Kill(unittest.TestCase):
    def setUp(self):
        self.world = FaultWorld()
        self.addCleanup(self.world.close)
        self.source = Source(self.world.port, SEED)
        self.addCleanup(self.source.stop)

    def test_kill_at_random_moments(self):
        moments = random.Random(SEED)
        slowest = 0
        self.source.run()
        process = self.world.launch()
        for kill in range(KILLS):
            time.sleep(moments.uniform(0.0, 0.7))  # the fault itself: any moment of the work
            self.world.kill(process)
            process = self.world.launch()
            slowest = max(slowest, process.took)
        self.source.stop()
        self.source.settle()
        self.world.drain(40 + KILLS)
        self.assertEqual(self.world.stop(process), 0)
        balance = assert_balanced(self, self.world, self.source, KILLS * IN_FLIGHT)
        print(f"seed {SEED}: {KILLS} kills, {balance.figures()}, slowest restart {slowest:.2f} s", flush=True)
        self.assertLess(slowest, 10, f"seed {SEED}")


if __name__ == "__main__":
    unittest.main()
