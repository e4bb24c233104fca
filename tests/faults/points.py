"""The program is killed at named points of its work (F2): around a commit, an answer, a send, within a checkpoint."""
import time
import unittest

from balance import assert_balanced
from faults import IN_FLIGHT, FaultWorld, Source


class F2NamedPoints(unittest.TestCase):
    def setUp(self):
        self.world = FaultWorld()
        self.addCleanup(self.world.close)
        self.source = Source(self.world.port, 2)
        self.addCleanup(self.source.stop)

    def post_until_the_end(self, process, seconds=12):
        end = time.monotonic() + seconds
        while process.poll() is None and time.monotonic() < end:
            self.source.post(self.source.make(50 if self.source.posts % 4 == 3 else 1))
        self.assertEqual(process.poll(), -9, "the point was never reached")

    def sweep(self, operations, action, points, port=0):
        """Killed at each point in turn, every time on what the kill before has left."""
        for point in points:
            with self.subTest(point=point):
                process = self.world.launch(**self.world.shim)
                self.world.plan(operations, point, action, port=port)
                self.post_until_the_end(process)
                self.assertTrue(self.world.unplan())
        return self.finish(points)

    def finish(self, points):
        process = self.world.launch()
        self.source.settle()
        self.world.drain()
        self.assertEqual(self.world.stop(process), 0)
        return assert_balanced(self, self.world, self.source, len(points) * IN_FLIGHT)

    def test_before_the_commit_is_on_disk(self):
        self.sweep("sync", "kill-before", (1, 2, 3, 7))

    def test_after_the_commit_is_on_disk(self):
        self.sweep("sync", "kill-after", (1, 2, 3, 7))

    def test_half_a_page_of_the_log_is_written(self):
        self.sweep("write", "tear", (1, 2, 9, 40))

    def test_after_the_commit_and_before_the_answer(self):
        self.sweep("send", "kill-before", (1, 2, 5), self.world.port)
        self.assertGreaterEqual(self.source.duplicates, 3)  # posted again, and known

    def test_after_the_answer(self):
        self.sweep("send", "kill-after", (1, 2, 5), self.world.port)

    def test_before_the_request_leaves(self):
        self.sweep("send", "kill-before", (1, 2, 8), self.world.receiver_port)

    def test_after_the_request_left_and_before_its_record(self):
        balance = self.sweep("send", "kill-after", (1, 2, 8), self.world.receiver_port)
        self.assertGreater(balance.duplicates, 0)  # it arrived, and was repeated under the same id

    def test_half_a_request_left(self):
        self.sweep("send", "tear", (1, 2, 8), self.world.receiver_port)

    def test_within_a_checkpoint(self):
        """The last one, as it ends in good order: all that was written goes to the main file then."""
        points = (("tear", 1), ("kill-before", 2), ("tear", 20), ("kill-after", 30))
        for action, point in points:
            with self.subTest(action=action, point=point):
                process = self.world.launch(**self.world.shim)
                for _ in range(4):
                    self.source.post(self.source.make(50))
                self.world.plan("checkpoint", point, action)
                self.assertEqual(self.world.stop(process), -9)
                self.assertTrue(self.world.unplan())
        self.finish(points)


if __name__ == "__main__":
    unittest.main()
