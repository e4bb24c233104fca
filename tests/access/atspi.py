"""The program as a screen reader has it: through the bus of assistive tools alone, with no key and no click."""
import contextlib
import re
import subprocess
import unittest

import dbus
import dbus.bus

from access import Access, Control
from program import PROGRAM, event, free_port, jsonl
from screen import ScreenTest

MAIN = "w – Callboard"
TEXT, EDIT, TABLE = "org.a11y.atspi.Text", "org.a11y.atspi.EditableText", "org.a11y.atspi.Table"
ROWS = 100_000       # in the log
MOST_CHILDREN = 400   # the headers and the rows that are seen, of ten columns


class Spoken:
    """What the program tells the tools as it happens: names of what got a state."""

    def __init__(self, world, bus):
        self.world, self.bus, self.path = world, bus, world.path / "events.txt"
        bus.call_blocking("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent",
                          "s", ("Object:StateChanged",))
        with open(self.path, "w") as events:
            self.monitor = subprocess.Popen(["dbus-monitor", "--address", address(world),
                                             "type='signal',interface='org.a11y.atspi.Event.Object',member='StateChanged'"],
                                            stdout=events, stderr=subprocess.DEVNULL)
        world.until(lambda: "NameAcquired" in self.path.read_text(), "the monitor", 10)

    def names(self, state):
        """Of what is in `state` since, in order; what is gone is left out."""
        found = re.findall(r"sender=(\S+) .* path=(\S+); .*member=StateChanged\n   string \"" + state + r"\"\n   int32 1",
                           self.path.read_text())
        names = []
        for owner, path in found:
            with contextlib.suppress(dbus.DBusException):
                names.append(Control(self.bus, owner, path).name)
        return names

    def close(self):
        self.monitor.terminate()
        self.monitor.wait()


def address(world):
    session = dbus.bus.BusConnection(world.env["DBUS_SESSION_BUS_ADDRESS"])
    return str(session.call_blocking("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", "", ()))


class AtSpi(ScreenTest):
    def setUp(self):
        super().setUp()
        self.access = Access(self.world)
        self.addCleanup(self.access.close)
        self.access.open()
        self.keep_settings("[window]\nonClose=quit\n")

    def open(self):
        with open(self.world.path / "stderr.txt", "a") as stderr:
            self.program = subprocess.Popen([PROGRAM, "--workspace", str(self.world.workspace)], env=self.world.env,
                                            stdout=subprocess.PIPE, stderr=stderr, cwd=self.world.path)
        self.world.running.append(self.program)
        self.world.until(lambda: self.access.window(MAIN), "the window", 20)

    def see(self, name, role=None, title=MAIN):
        return self.access.see(title, name, role)

    def pause_and_emit(self, count):
        """As many deliveries in the log, none of which leaves."""
        self.world.ok("target", "add", "--name", "CMS", "--url", "http://127.0.0.1:8/in", "--allow-private")
        self.world.ok("target", "pause", "CMS")
        self.world.write("events.jsonl", jsonl(event(n) for n in range(count)))
        self.world.ok("emit", "events.jsonl")

    def test_a_target_is_made_without_a_key_or_a_click(self):
        self.open()
        self.see("Add your first target", "push button").do()
        dialog = "New target|Target"  # its title, or what it calls itself
        for field, text in (("Name", "CMS"), ("URL", "https://callback.example/ingest")):
            edit = self.see(field, "text", dialog)
            self.assertTrue(edit.call(EDIT, "SetTextContents", text), field)
        save = self.see("Save", "push button", dialog)
        self.world.until(lambda: save.enabled, "that it can be saved", 10)
        save.do()
        made = self.world.until(lambda: self.world.lines("target", "list"), "the target", 20)
        self.assertEqual([(t["name"], t["url"]) for t in made], [("CMS", "https://callback.example/ingest")])

    def test_a_long_log_answers_with_what_is_seen(self):
        self.pause_and_emit(ROWS)
        self.open()
        self.see("Deliveries", "radio button").do()
        log = self.see("Deliveries", "table")
        self.world.until(lambda: len(log.children()) > 100, "rows", 20)
        children = log.children()
        self.assertLess(len(children), MOST_CHILDREN)
        names = [child.name for child in children[:30]]
        self.assertIn("State", names)
        self.assertIn("State: Held", names)
        self.assertIn("Target: CMS", names)

        rows = int(log.call("org.freedesktop.DBus.Properties", "Get", TABLE, "NRows"))
        self.assertGreaterEqual(rows, 100)
        owner, path = log.call(TABLE, "GetAccessibleAt", dbus.Int32(rows - 1), dbus.Int32(0))
        self.assertEqual(Control(log.bus, owner, path).name, "State: Held")
        self.assertIsNone(self.program.poll())

    def test_what_was_sent_is_read_aloud(self):
        self.pause_and_emit(3)
        self.open()
        self.see("Deliveries", "radio button").do()
        log = self.see("Deliveries", "table")
        self.world.until(lambda: len(log.children()) > 20, "rows", 20)
        self.assertTrue(log.call(TABLE, "AddRowSelection", dbus.Int32(0)))
        view = self.see("Payload", "text|editbar|document.*")

        def said():
            length = int(view.call("org.freedesktop.DBus.Properties", "Get", TEXT, "CharacterCount"))
            return str(view.call(TEXT, "GetText", dbus.Int32(0), dbus.Int32(length)))
        self.world.until(lambda: "asset-2" in said(), "the record in words", 10)

    def test_the_row_one_moves_to_and_what_comes_in_is_spoken(self):
        self.world.ok("target", "add", "--name", "CMS", "--url", f"http://127.0.0.1:{free_port()}/in", "--allow-private",
                      "--retry", "none")
        self.world.write("events.jsonl", jsonl(event(n) for n in range(5)))
        self.world.ok("emit", "events.jsonl")
        self.open()
        self.world.until(lambda: self.world.counts() == {"failed": 5}, "that all are tried", 20)
        self.see("Deliveries", "radio button").do()
        log = self.see("Deliveries", "table")
        self.world.until(lambda: len(log.children()) > 20, "rows", 20)
        spoken = Spoken(self.world, self.access.bus)
        self.addCleanup(spoken.close)
        self.screen.key("ctrl+2", "Down", "Down")
        self.world.until(lambda: "State: Failed" in spoken.names("focused"), "the focus on a row", 10)
        self.assertIn("State: Failed", spoken.names("selected"))
        self.world.write("more.json", event(99))
        self.world.ok("emit", "more.json")
        self.world.until(lambda: "1 new" in spoken.names("showing"), "what came in", 10)


if __name__ == "__main__":
    unittest.main()
