"""The program is stopped and goes on (F13); the system's clock steps while work is waiting (F14)."""
import contextlib
import glob
import signal
import sqlite3
import time
import unittest

from balance import assert_balanced
from faults import FaultWorld, Source

STEPS = {"hour back": "-1h", "hour ahead": "+1h", "ten years ahead": "+10y", "1970": "@1970-01-02 00:00:00"}


class F13Suspended(unittest.TestCase):
    def setUp(self):
        self.world = FaultWorld({"plain": [], "pipelining": ["--pipelining"], "coalescing": ["--coalesce", "2s"],
                                 "stumbling": ["--retry", "2s,2s"]}, delay=300)
        self.addCleanup(self.world.close)
        self.source = Source(self.world.port, 13)
        self.addCleanup(self.source.stop)

    def test_stopped_for_five_seconds(self):
        """Requests are in flight, a window and a retry come due meanwhile: all of it goes on at once."""
        process = self.world.launch()
        self.source.post(self.source.make(2))  # few: ten failures would open the circuit
        self.world.until(lambda: {"/plain", "/pipelining", "/stumbling"} <= {row[0] for row in self.world.seen()}, "requests in flight")
        self.world.until(lambda: not any(row["state"] in ("queued", "sending") for row in self.world.lines("deliveries")),
                         "their answers, the 503 too")
        self.source.post(self.source.make(2))
        process.send_signal(signal.SIGSTOP)
        time.sleep(5)
        process.send_signal(signal.SIGCONT)
        woken = time.monotonic()
        self.world.drain()
        overdue = [float(row[4]) - woken for row in self.world.seen() if row[0] == "/coalescing"]
        self.assertTrue(overdue)
        self.assertTrue(all(0 < seconds < 5 for seconds in overdue), overdue)
        self.assertEqual(self.world.stop(process), 0)
        assert_balanced(self, self.world, self.source)


class F14ClockSteps(unittest.TestCase):
    """libfaketime: the wall clock is what a file says, the monotonic one is real."""

    def setUp(self):
        self.world = FaultWorld({"coalescing": ["--coalesce", "2s"], "stumbling": ["--retry", "2s,2s,2s,2s"]})
        self.addCleanup(self.world.close)
        self.source = Source(self.world.port, 14)
        self.addCleanup(self.source.stop)
        self.clock = self.world.path / "clock"
        self.set_clock("+0")
        self.fake = {"LD_PRELOAD": glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")[0], "FAKETIME_NO_CACHE": "1",
                     "FAKETIME_TIMESTAMP_FILE": str(self.clock), "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                     "ASAN_OPTIONS": "verify_asan_link_order=0"}

    def set_clock(self, what):
        fresh = self.world.path / "clock.new"
        fresh.write_text(what + "\n", encoding="utf-8")
        fresh.replace(self.clock)

    def post(self):
        posted = time.monotonic()
        self.assertEqual(self.source.post(self.source.make()), 202)
        self.world.until(lambda: len(self.world.seen()) % 3 == 1, "the first try, which fails", 5)
        return posted

    def times(self, target):
        return [float(row[4]) for row in self.world.seen() if row[0] == target]

    def assert_on_time(self, posted):
        """A window of 2 s is 2 s, a retry after 2 s ± 20 % comes then, whatever the clock says."""
        first, second = self.times("/stumbling")[-2:]
        self.assertGreater(second - first, 1.5)
        self.assertLess(second - first, 3.5)
        window = self.times("/coalescing")[-1] - posted
        self.assertGreater(window, 1.9)
        self.assertLess(window, 3.5)

    def assert_stepped(self):
        """The program saw another time: its own records say so."""
        with contextlib.closing(sqlite3.connect(f"file:{self.world.workspace}?mode=ro", uri=True)) as db:
            apart = db.execute("SELECT MAX(ABS(started_at - (SELECT MIN(received_at) FROM event))) FROM attempt").fetchone()[0]
        self.assertGreater(apart, 3_500_000)

    def step_while_waiting(self, step):
        process = self.world.launch(**self.fake)
        posted = self.post()
        self.set_clock(STEPS[step])
        self.world.drain(6)
        self.assert_on_time(posted)
        self.assert_stepped()
        self.assertEqual(self.world.stop(process), 0)
        assert_balanced(self, self.world, self.source)

    def test_an_hour_back(self):
        self.step_while_waiting("hour back")

    def test_an_hour_ahead(self):
        self.step_while_waiting("hour ahead")

    def test_ten_years_ahead(self):
        self.step_while_waiting("ten years ahead")

    def test_back_to_1970(self):
        self.step_while_waiting("1970")

    def test_work_after_the_step_keeps_its_times_too(self):
        process = self.world.launch(**self.fake)
        for step in ("hour back", "hour ahead"):
            self.set_clock(STEPS[step])
            posted = self.post()
            self.world.drain(6)
            self.assert_on_time(posted)
        self.assertEqual(self.world.stop(process), 0)
        assert_balanced(self, self.world, self.source)

    def restart_after(self, step, back="+0"):
        """Killed with work waiting, started under another clock: nothing waits longer than its schedule ever lets it."""
        self.set_clock(back)
        process = self.world.launch(**self.fake)
        self.post()
        self.world.kill(process)
        self.set_clock(step)
        process = self.world.launch(**self.fake)
        self.world.drain()
        self.assert_stepped()
        self.assertEqual(self.world.stop(process), 0)
        assert_balanced(self, self.world, self.source)

    def test_restarted_an_hour_back(self):
        self.restart_after("-1h")

    def test_restarted_ten_years_ahead(self):
        self.restart_after("+10y")

    def test_restarted_today_after_ten_years_ahead(self):
        self.restart_after("+0", back="+10y")


if __name__ == "__main__":
    unittest.main()
