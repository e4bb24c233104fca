"""One window for each workspace: a second start shows the first one's and ends, over the session bus and without one."""
import hashlib
import os
import re
import signal
import socket
import subprocess
import unittest

from program import PROGRAM, World, event

PATH = "/org/callboard/Callboard"


class Case(unittest.TestCase):
    """Without a session bus."""

    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.runtime = self.world.path / "run"
        self.runtime.mkdir(mode=0o700)
        self.world.env.update(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(self.runtime), LC_ALL="C.UTF-8",
                              DBUS_SESSION_BUS_ADDRESS=f"unix:path={self.world.path}/no-bus")

    def key(self, workspace=None):
        return hashlib.sha256(os.path.realpath(workspace or self.world.workspace).encode()).hexdigest()[:16]

    def start(self, *arguments, **more):
        with open(self.world.path / "stderr.txt", "a") as stderr:
            process = subprocess.Popen([PROGRAM, *map(str, arguments)], env={**self.world.env, **more},
                                       stdout=subprocess.PIPE, stderr=stderr, cwd=self.world.path)
        self.world.running.append(process)
        return process

    def open(self, workspace=None):
        """A window, as soon as others can reach it."""
        process = self.start(*(["--workspace", workspace] if workspace else []))
        at = self.runtime / f"callboard-{self.key(workspace)}.socket"
        self.world.until(lambda: at.exists() and self.marker(workspace).exists(), "a window")
        self.assertIsNone(process.poll())
        return process

    def marker(self, workspace=None):
        return self.world.path / "state" / "callboard" / f"{self.key(workspace)}.running"

    def sender(self):
        """Who sends from the workspace: the number of a process."""
        lock = self.world.path / "w.db.engine"
        return int(lock.read_text().split()[0]) if lock.exists() else None


class WithoutBus(Case):
    def test_a_second_start_ends_well_and_leaves_the_first(self):
        first = self.open()
        for spelling in (self.world.workspace, f"{self.world.path}/./w.db"):
            self.assertEqual(self.start("--workspace", spelling).wait(timeout=20), 0)
        self.assertIsNone(first.poll())
        self.assertEqual(self.sender(), first.pid)
        self.assertEqual(self.world.stop(first), 0)

    def test_of_many_at_once_one_stays(self):
        many = [self.start() for _ in range(6)]
        self.world.until(lambda: sum(p.poll() is None for p in many) == 1, "that one is left")
        self.assertEqual(sorted(p.returncode for p in many if p.poll() is not None), [0] * 5)
        [left] = [p for p in many if p.poll() is None]
        self.world.until(lambda: self.sender() == left.pid, "that it sends")
        self.assertEqual(self.world.stop(left), 0)

    def test_another_workspace_has_a_window_of_its_own(self):
        first, second = self.open(), self.open(self.world.path / "other.db")
        self.assertEqual([first.poll(), second.poll()], [None, None])
        self.assertEqual([self.world.stop(p) for p in (first, second)], [0, 0])

    def test_a_killed_one_holds_up_nobody(self):
        self.world.kill(self.open())
        self.assertTrue(self.marker().exists())  # the next start knows
        again = self.start()
        self.world.until(lambda: self.sender() == again.pid, "that the next one sends")
        self.assertEqual(self.world.stop(again), 0)

    def test_the_marker_is_there_while_it_runs(self):
        first = self.open()
        self.assertEqual(int(self.marker().read_text()), first.pid)
        self.world.stop(first)
        self.assertFalse(self.marker().exists())

    def test_one_that_is_ending_is_waited_for(self):
        with socket.socket() as silent:  # takes the request, never answers
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            self.world.ok("target", "add", "--name", "slow", "--url", f"http://127.0.0.1:{silent.getsockname()[1]}/",
                          "--allow-private", "--timeout", "4s", "--retry", "none")
            self.world.write("one.json", event(1))
            self.world.ok("emit", "one.json")
            first = self.open()
            silent.settimeout(20)
            request, _ = silent.accept()
            with request:
                request.recv(10)
                first.send_signal(signal.SIGTERM)
                second = self.start()
                self.assertEqual(first.wait(timeout=20), 0)
                self.world.until(lambda: self.sender() == second.pid, "that the second one sends")
        self.assertIsNone(second.poll())
        self.assertEqual(self.world.stop(second), 0)


class WithBus(WithoutBus):
    def setUp(self):
        super().setUp()
        self.bus = subprocess.Popen(["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(self.bus.stdout.close)
        self.addCleanup(self.bus.wait)
        self.addCleanup(self.bus.terminate)
        self.world.env["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()

    def call(self, destination, path, member, *arguments):
        return subprocess.run(["dbus-send", "--session", "--print-reply", f"--dest={destination}", path, member, *arguments],
                              env=self.world.env, capture_output=True, text=True, timeout=30)

    def names(self):
        return re.findall(r'"(org\.callboard[^"]*)"', self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames").stdout)

    def test_it_has_a_name_on_the_bus_and_is_asked_there(self):
        first = self.open()
        self.world.until(lambda: self.names() == [f"org.callboard.Callboard.w{self.key()}"], "its name on the bus")
        said = self.call(self.names()[0], PATH, "org.freedesktop.DBus.Introspectable.Introspect").stdout
        self.assertIn('<interface name="org.freedesktop.Application">', said)
        (self.runtime / f"callboard-{self.key()}.socket").unlink()  # the other way to it
        self.assertEqual(self.start().wait(timeout=20), 0)
        self.assertIsNone(first.poll())
        self.assertEqual(self.world.stop(first), 0)
        self.assertEqual(self.names(), [])

    def test_the_own_workspace_has_the_plain_name(self):
        del self.world.env["CALLBOARD_WORKSPACE"]
        first = self.start()
        self.world.until(lambda: self.names() == ["org.callboard.Callboard"], "its name on the bus")
        self.assertEqual(self.start().wait(timeout=20), 0)
        self.assertEqual(self.world.stop(first), 0)


if __name__ == "__main__":
    unittest.main()
