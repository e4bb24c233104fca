"""The whole story as a person lives it, in the real window: from the first start to a replayed delivery, once by mouse,
once by keyboard alone. Controls are found by the names a screen reader says; what came of it is asked of the command
line and of the receiver.

CALLBOARD_SHOTS names a directory in which the pictures of each step stay.
"""
import contextlib
import re
import subprocess
import unittest

import dbus

from access import Access
from program import PROGRAM, Nginx, free_port
from screen import FAILED, SIZE, ScreenTest

MAIN, FORM, FIRE = "w – Callboard", "Target", "Fire event"
LOG = (180, 100, 400, 400)  # where the first rows of the list are
FOCUSED = 12                # bit of the state


class Story(ScreenTest):
    def setUp(self):
        super().setUp()
        self.access = Access(self.world)
        self.addCleanup(self.access.close)
        self.access.open()
        self.closed = free_port()
        self.nginx = Nginx(self.world.path)
        self.addCleanup(self.nginx.close)
        self.failing, self.mended = (f"http://127.0.0.1:{port}/ingest" for port in (self.closed, self.nginx.port))
        self.curl = f"curl -X PUT -H 'X-Custom-Header: X-Custom-Header-Value' {self.failing}"
        with open(self.world.path / "stderr.txt", "a") as stderr:
            self.program = subprocess.Popen([PROGRAM, "--workspace", str(self.world.workspace)], env=self.world.env,
                                            stdout=subprocess.PIPE, stderr=stderr, cwd=self.world.path)
        self.world.running.append(self.program)
        self.screen.wait_for(MAIN)

    # Eyes

    def see(self, window, name, role=None):
        return self.access.see(window, name, role)

    def says(self, window, words):
        """Waits until the window says so, in any of its labels."""
        return self.see(window, f"(?s).*{words}.*", "label")

    def focused(self, window):
        """The names of what has the focus: a list within a page counts with the page."""
        try:
            return [c.name for c in self.access.walk(self.access.window(window)) if c.states() >> FOCUSED & 1]
        except (dbus.DBusException, AttributeError):
            return []

    # Hands

    def click(self, control, button=1, times=1):
        x, y = control.middle()
        self.screen.click(x, y, button, times)

    def scroll_to(self, window, name, role):
        """Turns the wheel over the form until the control is in view."""
        def in_view():
            control = self.see(window, name, role)
            x, y, width, height = control.box()
            foot = self.see(window, "Cancel").box()[1]
            if y + height < foot - 8:
                return control
            self.screen.click(self.screen.box()[0] + 16, foot - 80, 5, 2)  # beside the fields: they take the wheel
            return None
        return self.screen.until(in_view, f"“{name}” in view")

    def tab_to(self, window, name, key="Tab"):
        for _ in range(80):
            before = self.focused(window)
            if any(re.fullmatch(name, one) for one in before):
                return
            self.screen.key(key)
            with contextlib.suppress(AssertionError):  # from cell to cell of a table nothing seems to move
                self.world.until(lambda: self.focused(window) != before, "the next control", 0.3)
        self.fail(f"no “{name}” within reach of {key}")

    def gone_or_told_to_quit(self):
        """It asks where something would be left undone; without a door, whose port another program may have, nothing is."""
        if self.program.poll() is not None:
            return True
        with contextlib.suppress(dbus.DBusException):
            if answer := self.access.find("Close.*|.*close.*", "Quit.*", "push button|radio button"):
                self.click(answer)
        return False

    # Truth

    def target(self):
        targets = self.world.lines("target", "list")
        return targets[0] if targets else None

    def states(self, *wanted):
        return self.screen.until(lambda: [r["state"] for r in self.world.lines("deliveries")] == list(wanted) and self.world.lines("deliveries"),
                                 f"{wanted}", 20)

    def expect_made(self):
        made = self.screen.until(self.target, "the target")
        self.assertEqual((made["url"], made["method"], made["retry"], made["allowPrivate"]), (self.failing, "PUT", "none", True))
        self.assertEqual(made["headers"], [{"name": "X-Custom-Header", "value": "X-Custom-Header-Value"}])
        self.assertEqual(self.world.lines("deliveries"), [])  # the test was none
        self.screen.wait_for(MAIN)

    def expect_replayed(self, failed, tried):
        replay = self.states("delivered", "failed")[0]
        self.assertEqual((replay["replayOf"], replay["status"]), (failed["id"], 200))
        self.assertEqual(self.nginx.ids(), [*tried, replay["id"]])
        number = failed['id'].rsplit('_', 1)[1]
        self.says(MAIN, f"Replay of {number} was delivered")
        self.see(MAIN, f"Replay of {number}, same bytes", "push button")
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "1 accepted, 1 outcomes, 0 unexplained")

    def test_by_mouse(self):
        screen = self.screen
        self.click(self.see(MAIN, "Add your first target", "push button"))
        screen.wait_for("New target")
        name = self.see(FORM, "Name", "text")
        self.click(name)
        screen.type(self.curl)
        self.click(name, times=3)
        self.click(self.see(FORM, "URL", "text"), button=2)  # pastes what is selected
        screen.shot("pasted")
        self.click(self.see(FORM, "Name", "text"), times=3)
        screen.type("CMS")
        self.click(self.scroll_to(FORM, "Retry schedule: .*", "push button"))
        self.click(self.scroll_to(FORM, "Retry schedule", "text"), times=3)
        screen.type("none")
        self.click(self.scroll_to(FORM, "Limits, security, scope: .*", "push button"))
        self.click(self.scroll_to(FORM, "Allow internal addresses", "check box"))
        self.click(self.see(FORM, "Send test", "push button"))
        self.says(FORM, "refused")
        screen.shot("test-refused")
        self.click(self.see(FORM, "Save", "push button"))
        self.expect_made()
        self.assertEqual(self.target()["name"], "CMS")

        self.click(self.see(MAIN, "Overview", "radio button"))
        self.click(self.see(MAIN, "Fire .*event.*", "push button"))
        screen.wait_for(FIRE)
        self.click(self.see(FIRE, "Send event|Fire event|Fire|Send", "push button"))
        failed = self.states("failed")[0]
        self.assertEqual(failed["cause"], "refused")
        screen.shot("fired")
        self.click(self.see(FIRE, "Close", "push button"))
        screen.wait_for(MAIN)

        self.click(self.see(MAIN, "Deliveries.*", "radio button"))
        x, y = screen.see(FAILED, "the failed row", LOG, height=2)
        screen.click(x + 300, y)
        self.says(MAIN, "127.0.0.1 refused the connection")
        screen.shot("read")
        self.click(self.see(MAIN, "Edit target…", "push button"))
        screen.wait_for("Target “CMS”")
        self.click(self.see(FORM, "URL", "text"), times=3)
        screen.type(self.mended)
        self.click(self.see(FORM, "Send test", "push button"))
        tried = screen.until(self.nginx.ids, "the test's request")
        self.says(FORM, "200 OK")
        self.click(self.see(FORM, "Save", "push button"))
        screen.until(lambda: self.target()["url"] == self.mended, "the new URL")
        screen.wait_for(MAIN)
        self.click(self.see(MAIN, "Replay", "push button"))
        self.expect_replayed(failed, tried)
        screen.shot("replayed")

        x, y, width, _ = screen.box()
        screen.click(x + width - 12, y - 12)  # the frame's own button
        screen.until(self.gone_or_told_to_quit, "the window's end", 20)
        self.assertEqual(self.program.wait(timeout=20), 0)

    def test_by_keyboard(self):
        screen = self.screen
        self.tab_to(MAIN, "Add your first target")
        screen.key("space")
        screen.wait_for("New target")
        self.tab_to(FORM, "Name")
        screen.type(self.curl)
        screen.key("ctrl+a", "ctrl+x")
        screen.type("CMS")
        self.tab_to(FORM, "URL")
        screen.key("ctrl+v")
        screen.shot("pasted")
        self.tab_to(FORM, "Retry schedule: .*")
        screen.key("space")
        self.tab_to(FORM, "Retry schedule")
        screen.key("ctrl+a")
        screen.type("none")
        self.tab_to(FORM, "Limits, security, scope: .*")
        screen.key("space")
        self.tab_to(FORM, "Allow internal addresses")
        screen.key("space", "ctrl+t")
        self.says(FORM, "refused")
        screen.shot("test-refused")
        screen.key("alt+s")
        self.expect_made()

        screen.key("ctrl+e")
        screen.wait_for(FIRE)
        screen.key("Return")
        failed = self.states("failed")[0]
        self.assertEqual(failed["cause"], "refused")
        screen.key("Escape")
        screen.wait_for(MAIN)

        screen.key("ctrl+2")
        screen.see(FAILED, "the failed row", LOG)
        screen.key("Down")
        self.says(MAIN, "127.0.0.1 refused the connection")
        screen.key("F1")
        screen.wait_for("Manual")
        screen.shot("manual")
        screen.key("Escape")
        screen.wait_for(MAIN)
        screen.key("e")
        screen.wait_for("Target “CMS”")
        screen.key("alt+u", "ctrl+a")
        screen.type(self.mended)
        screen.key("ctrl+t")
        tried = screen.until(self.nginx.ids, "the test's request")
        self.says(FORM, "200 OK")
        screen.key("alt+s")
        screen.until(lambda: self.target()["url"] == self.mended, "the new URL")
        screen.wait_for(MAIN)
        screen.key("r")
        self.expect_replayed(failed, tried)
        screen.shot("replayed")
        screen.key("ctrl+q")
        self.assertEqual(self.program.wait(timeout=20), 0)


if __name__ == "__main__":
    assert SIZE == (1280, 800)
    unittest.main()
