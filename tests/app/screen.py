"""A screen of its own (Xvfb with openbox), and a person's hands and eyes on it: keys, clicks, titles, colours."""
import contextlib
import os
import pathlib
import re
import subprocess
import unittest

from program import World

SIZE = (1280, 800)
ACCENT = (0x1F, 0x5F, 0xBF)     # of the light palette: default buttons
SELECTION = (0xD5, 0xE5, 0xFB)  # the chosen row and the page one is on
FAILED = (0xBF, 0x1F, 0x2B)
DELIVERED = (0x17, 0x75, 0x3A)
RETRYING = (0x8A, 0x5A, 0x00)
HELD = (0x6A, 0x3F, 0xB5)


class Screen:
    def __init__(self, world, name, size=SIZE):
        self.world = world
        self.name = name
        self.size = size
        self.shots = pathlib.Path(os.environ.get("CALLBOARD_SHOTS") or world.path)
        self.shots.mkdir(parents=True, exist_ok=True)
        self.count = 0
        self.running = []
        self.log = open(world.path / "stderr.txt", "a")

    def open(self, *more):
        """`more`: for the window manager."""
        world = self.world
        ours, theirs = os.pipe()
        self.start("Xvfb", "-displayfd", str(theirs), "-screen", "0", f"{self.size[0]}x{self.size[1]}x24", "-nolisten", "tcp", "-noreset", pass_fds=[theirs])
        os.close(theirs)
        with os.fdopen(ours) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb does not start"
        world.env.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", CALLBOARD_THEME="light", LC_ALL="C.UTF-8",
                         XDG_RUNTIME_DIR=str(world.path),
                         DBUS_SESSION_BUS_ADDRESS=f"unix:path={world.path}/no-bus")  # not the one of who runs the test
        self.start("openbox", *more)
        world.until(lambda: "window id" in self.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "a window manager", 20)

    def start(self, *command, **more):
        self.running.append(subprocess.Popen(command, env=self.world.env, stdout=self.log, stderr=self.log, **more))

    def close(self):
        for process in reversed(self.running):
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            process.kill()
            process.wait()
        self.log.close()

    def ask(self, *command):
        return subprocess.run(command, env=self.world.env, capture_output=True, text=True, timeout=30).stdout

    def until(self, condition, what, seconds=10):
        try:
            return self.world.until(condition, what, seconds)
        except AssertionError:
            self.shot("failure")
            raise

    # Windows

    def title(self):
        """Of the window that gets the keys; the asterisk of unsaved changes is left out."""
        return self.ask("xdotool", "getwindowfocus", "getwindowname").strip().removesuffix("*")

    def wait_for(self, title):
        self.until(lambda: self.title() == title, f"a window “{title}” with the focus")

    def box(self):
        """x, y, width, height of the window that gets the keys, without its frame."""
        said = self.ask("xwininfo", "-id", self.ask("xdotool", "getwindowfocus").strip())
        return tuple(int(re.search(rf"{name}:\s+(-?\d+)", said)[1]) for name in ("upper-left X", "upper-left Y", "Width", "Height"))

    # Hands

    def key(self, *keys):
        self.ask("xdotool", "key", "--clearmodifiers", "--delay", "30", *keys)

    def type(self, text):
        self.ask("xdotool", "type", "--clearmodifiers", "--delay", "10", text)

    def click(self, x, y, button=1, times=1):
        self.ask("xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "40", str(button))

    # Eyes

    def rows_of_pixels(self):
        command = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        picture = subprocess.run(command, env=self.world.env, capture_output=True, timeout=30).stdout
        return [picture[at:at + 3 * self.size[0]] for at in range(0, len(picture), 3 * self.size[0])]

    def find(self, color, area=(0, 0, *SIZE), width=1, height=1):
        """The topmost filled rectangle of exactly this colour and at least this size: (x, y, width, height), or None."""
        left, top, right, bottom = area[0], area[1], area[0] + area[2], area[1] + area[3]
        run, found = bytes(color) * width, None
        for y, row in enumerate(self.rows_of_pixels()[max(top, 0):bottom], max(top, 0)):
            at = row.find(run, 3 * left, 3 * right)
            while at >= 0 and at % 3:
                at = row.find(run, at + 1, 3 * right)
            if at < 0:
                if found and found[3] >= height:
                    return found
                found = None
                continue
            x = end = at // 3
            while end < right and row[3 * end:3 * end + 3] == bytes(color):
                end += 1
            found = (found[0], found[1], found[2], found[3] + 1) if found else (x, y, end - x, 1)
        return found if found and found[3] >= height else None

    def see(self, color, what, area=(0, 0, *SIZE), width=1, height=1):
        """find(), waited for until it stays where it is: the middle of what is found."""
        before = None

        def still():
            nonlocal before
            found, before = before, self.find(color, area, width, height)
            return before if before == found else None

        x, y, width, height = self.until(still, what)
        return x + width // 2, y + height // 2

    def shot(self, what):
        """A picture for who looks at the run later; it must show something."""
        self.count += 1
        path = self.shots / f"{self.name}-{self.count:02}-{what}.png"
        self.ask("import", "-window", "root", str(path))
        colors = int(self.ask("identify", "-format", "%k", str(path)) or 0)
        assert colors > 50, f"{path} is blank: {colors} colours"
        return path


class ScreenTest(unittest.TestCase):
    """A world and a screen of its own for each test."""

    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.screen = Screen(self.world, self.id().rsplit(".", 1)[1])
        self.addCleanup(self.screen.close)
        self.screen.open()

    def keep_settings(self, text):
        """What the program finds at its first start."""
        self.settings = self.world.path / "config" / "callboard" / "callboard.conf"
        self.settings.parent.mkdir(parents=True)
        self.settings.write_text(text)
