"""The real window on a screen of its own, driven as a person would; what came of it is asked outside the window.

CALLBOARD_SHOTS names a directory in which the pictures of each step stay.
"""
import contextlib
import os
import pathlib
import signal
import subprocess
import unittest

from program import PROGRAM, Nginx, event, free_port
from screen import ACCENT, DELIVERED, FAILED, HELD, RETRYING, SELECTION, SIZE, ScreenTest

MAIN = "w – Callboard"  # the workspace is w.db
BUTTON = {"width": 60, "height": 5}    # what a filled button has at least above its word
LEFT_OF_LIST = 180                     # the list of pages ends there


class Window(ScreenTest):
    def setUp(self):
        super().setUp()
        self.keep_settings("[window]\nonClose=quit\n")  # closing is the end, but where the question is the test

    def start(self):
        with open(self.world.path / "stderr.txt", "a") as stderr:
            program = subprocess.Popen([PROGRAM, "--workspace", str(self.world.workspace)], env=self.world.env,
                                       stdout=subprocess.PIPE, stderr=stderr, cwd=self.world.path)
        self.world.running.append(program)
        self.addCleanup(program.kill)
        return program

    def open(self):
        self.program = self.start()
        self.screen.wait_for(MAIN)

    def close(self):
        self.close_until(lambda: self.program.poll() is not None, "the program's end")
        self.assertEqual(self.program.returncode, 0)

    def close_until(self, condition, what):
        """The window manager loses the keys now and then, where a window has just come or gone."""
        def closed():
            self.screen.key("alt+F4")
            with contextlib.suppress(AssertionError):
                return self.world.until(condition, what, 3)
        self.screen.until(closed, what, 15)

    def nginx(self):
        nginx = Nginx(self.world.path)
        self.addCleanup(nginx.close)
        return nginx

    def target(self):
        targets = self.world.lines("target", "list")
        return targets[0] if targets else None

    def deliveries(self):
        return self.world.lines("deliveries")

    def states(self, *wanted):
        """Waits until the log has exactly these states, the newest first."""
        return self.screen.until(lambda: [r["state"] for r in self.deliveries()] == list(wanted) and self.deliveries(), f"{wanted}")

    def with_a_failed_delivery(self):
        closed = free_port()
        self.world.ok("target", "add", "--name", "CMS", "--url", f"http://127.0.0.1:{closed}/ingest", "--allow-private", "--retry", "none")
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json")
        self.open()
        self.screen.key("ctrl+2")
        return self.states("failed")[0]

    def see_selected_row(self, what):
        x, y, width, height = SIZE[0] // 2, 0, SIZE[0] // 2, SIZE[1]
        return self.screen.see(SELECTION, what, (x, y, width, height), 100, 4)

    def test_by_keyboard(self):
        screen, closed = self.screen, free_port()
        self.open()
        screen.see(ACCENT, "the first page's button", **BUTTON)
        screen.shot("start")

        screen.key("ctrl+n")
        screen.wait_for("New target")
        screen.type("CMS")
        screen.key("Tab")
        screen.type(f"http://127.0.0.1:{closed}/ingest")
        screen.key("alt+h", *["Tab"] * 11, "space", "Tab", "ctrl+a") # headers, as text, seven boxes, their menu, two folds: the delays
        screen.type("none")
        screen.key("Tab", "space", *["Tab"] * 7, "space")            # the limits: allow internal addresses
        screen.shot("new-target")
        x, y, width, height = screen.box()
        answer = (x + width // 2, y + height - 100, width // 2, 60)  # beside Send test
        self.assertIsNone(screen.find(FAILED, answer))
        screen.key("ctrl+t")
        screen.see(FAILED, "the refusal of the test", answer)
        screen.shot("test-refused")
        self.assertEqual((self.target(), self.deliveries()), (None, []))

        screen.key("alt+s")
        made = screen.until(self.target, "the target")
        self.assertEqual((made["name"], made["url"], made["retry"]), ("CMS", f"http://127.0.0.1:{closed}/ingest", "none"))
        self.assertEqual((made["allowPrivate"], made["onSuccess"], made["onFailure"], made["onExternalCallback"]), (True, True, True, False))
        screen.wait_for(MAIN)
        screen.shot("saved")

        screen.key("ctrl+e")
        screen.wait_for("Fire event")
        screen.key("Return")
        failed = self.states("failed")[0]
        self.assertEqual((failed["cause"], failed["event"]), ("refused", "media.asset.published"))
        x, y, width, height = screen.box()
        screen.see(DELIVERED, "that the event was accepted", (x, y + height - 60, width // 2, 60))
        screen.shot("fired")
        screen.key("Escape")
        screen.wait_for(MAIN)

        screen.key("ctrl+2")
        screen.see(FAILED, "the failed row", (LEFT_OF_LIST, 100, 300, 300))
        screen.key("Down")
        self.see_selected_row("the chosen row")
        screen.see(ACCENT, "the inspector", **BUTTON)
        screen.shot("failed")

        nginx = self.nginx()
        screen.key("e")
        screen.wait_for("Target “CMS”")
        screen.key("alt+u", "ctrl+a")
        screen.type(f"http://127.0.0.1:{nginx.port}/ingest")
        screen.key("ctrl+t")
        tried = screen.until(nginx.ids, "the test's request")
        screen.see(DELIVERED, "the answer to the test", answer)
        screen.shot("test-answered")
        self.assertEqual((len(tried), self.target()["url"], len(self.deliveries())), (1, made["url"], 1))
        screen.key("Return")
        screen.until(lambda: self.target()["url"] == f"http://127.0.0.1:{nginx.port}/ingest", "the new URL")
        screen.wait_for(MAIN)
        screen.shot("mended")

        screen.key("r")  # one is still on the page of deliveries
        replay = self.states("delivered", "failed")[0]
        self.assertEqual((replay["replayOf"], replay["status"]), (failed["id"], 200))
        self.assertEqual(nginx.ids(), [*tried, replay["id"]])
        screen.see(DELIVERED, "the delivered row", (LEFT_OF_LIST, 150, 300, 300))
        screen.shot("replayed")

        before = self.deliveries()
        self.close()
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "1 accepted, 1 outcomes, 0 unexplained")
        self.open()
        for color, what in ((DELIVERED, "the delivered row"), (FAILED, "the failed row")):
            screen.see(color, what, (LEFT_OF_LIST, 150, 300, 300))
        screen.shot("opened-again")
        self.assertEqual((self.deliveries(), nginx.ids()), (before, [*tried, replay["id"]]))
        self.close()

    def test_by_mouse(self):
        screen, failed = self.screen, self.with_a_failed_delivery()
        x, y = screen.see(FAILED, "the failed row", (LEFT_OF_LIST, 100, 300, 300), height=2)
        screen.click(x + 400, y)
        self.see_selected_row("the chosen row")
        right, bottom = screen.see(ACCENT, "Replay", **BUTTON)
        screen.shot("row-chosen")

        # The list of pages: the lower one, then the upper one again.
        page = screen.see(SELECTION, "the chosen page", (0, 0, LEFT_OF_LIST, SIZE[1]), 100)
        screen.click(page[0], page[1] + 40)
        screen.until(lambda: not screen.find(FAILED, (LEFT_OF_LIST, bottom - 400, 300, 400)), "the other page")
        targets = screen.see(SELECTION, "the lower page", (0, page[1] + 20, LEFT_OF_LIST, 60), 100)
        screen.shot("targets")
        screen.click(page[0], targets[1] - 40)

        nginx = self.nginx()
        screen.see(ACCENT, "Replay", (right - 60, bottom - 20, 120, 40), **BUTTON)
        screen.click(right - 100, bottom)  # Edit target, to the left of it
        screen.wait_for("Target “CMS”")
        box = screen.box()
        name = screen.see(ACCENT, "the frame of the name's field", (box[0], box[1], 560, 300), 200)
        screen.click(name[0], name[1] + 2 + 15 + 38, times=3)  # the URL is one row below; all of it
        screen.type(f"http://127.0.0.1:{nginx.port}/ingest")
        screen.shot("url-mended")
        screen.click(*screen.see(ACCENT, "Save", (box[0] + box[2] // 2, box[1] + box[3] - 80, box[2] // 2, 80), **BUTTON))
        screen.until(lambda: self.target()["url"] == f"http://127.0.0.1:{nginx.port}/ingest", "the new URL")
        screen.wait_for(MAIN)

        screen.click(right, bottom)  # Replay; not looked for, the pointer on it may have changed its shade
        replay = self.states("delivered", "failed")[0]
        self.assertEqual((replay["replayOf"], nginx.ids()), (failed["id"], [replay["id"]]))
        screen.see(DELIVERED, "the delivered row", (LEFT_OF_LIST, 150, 300, 300))
        screen.shot("replayed")

        x, y = screen.see(FAILED, "the failed row", (LEFT_OF_LIST, 100, 300, 300), height=2)
        screen.click(x + 400, y, button=3)
        screen.until(lambda: not screen.find(FAILED, (x + 402, y + 2, 100, 100)), "the menu")
        screen.shot("menu")
        screen.click(x + 430, y + 18)  # its first entry: Replay
        second = self.states("delivered", "delivered", "failed")[0]
        self.assertEqual((second["replayOf"], nginx.ids()), (failed["id"], [replay["id"], second["id"]]))
        screen.shot("replayed-by-menu")
        x, y, width, _ = screen.box()
        screen.click(x + width - 12, y - 12)  # the frame's own button
        self.assertEqual(self.program.wait(timeout=20), 0)

    def half_a_target(self):
        """What is typed is about to be lost; where the question's coloured edge is."""
        self.open()
        self.screen.key("ctrl+n")
        self.screen.wait_for("New target")
        self.screen.type("half")
        x, y, _, height = self.screen.box()
        question = (x, y + height - 120, 40, 100)
        self.assertIsNone(self.screen.find(RETRYING, question))
        self.screen.key("alt+F4")
        self.screen.see(RETRYING, "the question", question, width=3, height=20)
        self.screen.shot("asked")
        return question

    def test_unsaved_changes_are_asked_about(self):
        screen, question = self.screen, self.half_a_target()
        screen.key("Escape")  # keeps on editing
        screen.until(lambda: not screen.find(RETRYING, question), "the question's end")
        screen.wait_for("New target")
        screen.shot("kept")
        screen.key("ctrl+a", "BackSpace", "Escape")  # nothing to lose any more
        screen.wait_for(MAIN)
        self.assertEqual((self.target(), self.program.poll()), (None, None))
        self.close()

    def test_unsaved_changes_are_discarded_by_keyboard(self):
        self.half_a_target()
        self.screen.key("Tab", "space")  # from Keep editing to Discard changes
        self.screen.wait_for(MAIN)
        self.assertIsNone(self.target())
        self.screen.key("ctrl+n")
        self.screen.wait_for("New target")
        self.screen.type("half")
        self.screen.key("Escape", "alt+d")
        self.screen.wait_for(MAIN)
        self.assertIsNone(self.target())

    def test_events_from_the_command_line_are_sent_while_the_window_is_open(self):
        nginx = self.nginx()
        self.world.ok("target", "add", "--name", "CMS", "--url", f"http://127.0.0.1:{nginx.port}/ingest", "--allow-private")
        self.open()
        for number in (1, 2):
            self.world.write("one.json", event(number))
            self.world.ok("emit", "one.json")
            self.states(*["delivered"] * number)
        self.assertEqual(nginx.ids(), [row["id"] for row in reversed(self.deliveries())])
        self.world.kill(self.program)
        self.assertEqual(self.world.counts(), {"delivered": 2})  # what was logged is in the file, not in a deleted one

    def test_what_another_process_did_alone_is_seen_in_the_window(self):
        self.world.ok("target", "add", "--name", "CMS", "--url", "https://callback.example/ingest")
        self.world.ok("target", "pause", "CMS")
        self.open()
        self.screen.key("ctrl+2")
        self.screen.see(ACCENT, "the empty log's button", **BUTTON)
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json")  # held at once: nothing is left for the window's own engine
        self.states("held")
        self.screen.see(HELD, "its row", (LEFT_OF_LIST, 150, SIZE[0] - LEFT_OF_LIST, 150))

    def test_a_second_start_brings_the_window_back(self):
        self.open()
        self.screen.ask("xdotool", "getactivewindow", "windowminimize")
        self.screen.until(lambda: self.screen.title() != MAIN, "that the window is out of the way")
        self.assertEqual(self.start().wait(timeout=20), 0)
        self.screen.wait_for(MAIN)
        self.screen.see(SELECTION, "the page", (0, 0, LEFT_OF_LIST, SIZE[1]), 100)
        self.screen.until(lambda: self.screen.ask("xdotool", "getactivewindow", "getwindowname").strip() == MAIN,
                          "that the window manager knows it too")
        self.screen.shot("back")
        self.close()

    def test_closing_is_asked_about_once_and_sends_on(self):
        screen, nginx = self.screen, self.nginx()
        self.settings.unlink()
        self.world.ok("target", "add", "--name", "CMS", "--url", f"http://127.0.0.1:{nginx.port}/ingest", "--allow-private", "--on", "success")
        # Something to leave undone, whether or not another program has the door's port.
        self.world.ok("target", "add", "--name", "Gone", "--url", f"http://127.0.0.1:{free_port()}/", "--allow-private", "--on", "failure")
        self.world.write("failed.json", event(2, kind="media.asset.failed"))
        self.world.ok("emit", "failed.json")
        self.open()
        screen.see(ACCENT, "what was counted", (0, SIZE[1] - 60, SIZE[0], 60))
        self.close_until(lambda: screen.title() == "Close the window", "the question")
        screen.shot("asked")
        screen.key("Return")
        screen.until(lambda: screen.title() not in (MAIN, "Close the window"), "that the window is gone")
        self.assertIn("onClose=stay", self.settings.read_text())

        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json")
        self.states("delivered", "retrying")
        self.assertIsNone(self.program.poll())

        self.assertEqual(self.start().wait(timeout=20), 0)
        screen.wait_for(MAIN)
        screen.see(SELECTION, "the page", (0, 0, LEFT_OF_LIST, SIZE[1]), 100)
        screen.shot("back")
        self.close_until(lambda: screen.title() != MAIN, "that the window is gone again")
        self.assertIsNone(self.program.poll())
        self.assertEqual(self.start().wait(timeout=20), 0)
        screen.wait_for(MAIN)
        screen.key("ctrl+q")
        self.assertEqual(self.program.wait(timeout=20), 0)

    def test_the_demo_opens_beside_an_empty_workspace(self):
        screen = self.screen
        self.open()
        x, y = screen.see(ACCENT, "Add your first target", **BUTTON)
        screen.click(x + 118, y)  # Try the demo, to the right of it
        demo = ("xdotool", "search", "--name", "^Demo – Callboard$")
        number = int(screen.until(lambda: screen.ask(*demo, "getwindowpid").split(), "the demo's window")[0])
        self.assertNotEqual(number, self.program.pid)
        screen.shot("demo")
        os.kill(number, signal.SIGTERM)
        line = pathlib.Path("/proc", str(number), "cmdline")  # empty once it has ended, whoever reaps it
        screen.until(lambda: not line.exists() or not line.read_bytes(), "the demo's end", 20)
        screen.wait_for(MAIN)
        self.assertEqual((self.target(), self.deliveries()), (None, []))
        self.close()

    def test_a_command_is_found_by_a_few_letters(self):
        self.open()
        self.screen.key("ctrl+k")
        self.screen.wait_for("Commands")
        self.screen.type("fire ev")
        self.screen.shot("palette")
        self.screen.key("Return")
        self.screen.wait_for("Fire event")
        self.screen.key("Escape")
        self.screen.wait_for(MAIN)
        self.close()

    def test_after_a_bad_end_it_opens_without_what_was_shown(self):
        screen = self.screen
        self.with_a_failed_delivery()
        screen.see(FAILED, "the failed row", (LEFT_OF_LIST, 100, 300, 300))
        screen.key("Down")
        screen.see(ACCENT, "the inspector", **BUTTON)
        self.close()
        self.open()
        screen.see(ACCENT, "the inspector, as it was left", **BUTTON)
        screen.shot("as-it-was-left")
        self.world.kill(self.program)
        self.open()
        screen.see(RETRYING, "the message", (LEFT_OF_LIST - 20, 0, 80, 200), width=3, height=20)
        screen.shot("after-a-bad-end")
        self.assertIsNone(screen.find(ACCENT, **BUTTON))
        self.close()
        self.open()
        self.assertIsNone(screen.find(RETRYING, (LEFT_OF_LIST - 20, 0, 80, 200), width=3, height=20))
        self.close()

    def test_window_fits_a_screen_of_its_own_size(self):
        self.open()
        x, y, width, height = self.screen.box()
        self.screen.shot("start")
        self.assertLessEqual(x + width, SIZE[0])
        self.assertLessEqual(y + height, SIZE[1])  # else the status bar is below the screen's edge

    def test_down_chooses_the_newest_delivery(self):
        self.with_a_failed_delivery()
        self.screen.see(FAILED, "the failed row", (LEFT_OF_LIST, 100, 300, 300))
        self.screen.key("Down")
        self.see_selected_row("the chosen row")

    def test_target_can_be_edited_at_once(self):
        self.with_a_failed_delivery()
        self.screen.see(FAILED, "the failed row", (LEFT_OF_LIST, 100, 300, 300))
        self.screen.key("Down")
        self.see_selected_row("the chosen row")
        self.screen.key("e")
        self.screen.wait_for("Target “CMS”")


if __name__ == "__main__":
    unittest.main()
