"""Through every page and dialog of the real window, in one size, theme, scale and language; a picture of each."""
import contextlib
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import time
import xml.etree.ElementTree as xml

import dbus

from access import Access
from program import PROGRAM, SOURCES, World
from screen import Screen

RC = """<openbox_config xmlns="http://openbox.org/3.4/rc"><theme><name>Clearlooks</name></theme><focus><focusNew>yes</focusNew></focus>
<keyboard/><mouse/><applications><application type="normal" title="*Callboard*"><decor>no</decor><maximized>yes</maximized></application>
</applications></openbox_config>"""


class Column:
    """One column of the matrix."""

    def __init__(self, name, size=(1280, 800), theme="light", scale=1, language="en", arguments=()):
        self.name, self.size, self.theme, self.scale, self.language, self.arguments = name, size, theme, scale, language, arguments

    @property
    def pixels(self):
        return self.size[0] * self.scale, self.size[1] * self.scale


def words_of(language):
    """English to that language, as the catalogue has it."""
    path = SOURCES / "translations" / f"callboard_{language}.ts"
    if language == "en" or not path.exists():
        return {}
    words = {}
    for message in xml.parse(path).getroot().iter("message"):
        source, there = message.findtext("source") or "", message.find("translation")
        if there is not None and there.text:
            words.setdefault(source.replace("&", ""), there.text.replace("&", ""))
    return words


class Tour:
    """A window on a screen of its own, in one column's looks. `workspace`: a file to show a copy of, or None."""

    def __init__(self, column, directory, workspace=None):
        self.column, self.directory = column, pathlib.Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)
        self.words = words_of(column.language)
        self.problems = []
        self.made = []
        self.world = World()
        if workspace:
            shutil.copy(workspace, self.world.workspace)
            shutil.copy(pathlib.Path(workspace).parent / "vault.key", self.world.path / "vault.key")
        self.screen = Screen(self.world, column.name, column.pixels)
        self.screen.shots = self.directory
        self.access = Access(self.world)
        self.program = None

    def __enter__(self):
        (self.world.path / "rc.xml").write_text(RC)
        self.screen.open("--config-file", str(self.world.path / "rc.xml"))
        self.access.open()
        settings = self.world.path / "config" / "callboard" / "callboard.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text("[window]\nonClose=quit\n")
        self.world.env.update(CALLBOARD_THEME=self.column.theme, QT_SCALE_FACTOR=str(self.column.scale), CALLBOARD_LANGUAGE=self.column.language)
        self.start("--workspace", str(self.world.workspace))
        return self

    def __exit__(self, *_):
        with contextlib.suppress(ProcessLookupError):
            self.program.kill()
        self.program.wait()
        self.screen.close()
        self.access.close()
        self.world.close()

    def start(self, *arguments):
        with open(self.world.path / "stderr.txt", "a") as stderr:
            self.program = subprocess.Popen([PROGRAM, *arguments, *self.column.arguments], env=self.world.env, stdout=subprocess.PIPE,
                                            stderr=stderr, cwd=self.world.path)
        self.world.running.append(self.program)
        self.screen.until(self.main_is_active, "the window", 30)
        self.main = self.screen.title()

    def main_is_active(self):
        return self.screen.title().endswith("Callboard")

    # Hands, by the words that are on show

    def say(self, english):
        """A pattern: what the language makes of it, with anything for what the program fills in."""
        if english in self.words:
            return re.escape(self.words[english])
        for source, there in self.words.items():
            if "%1" in source and re.fullmatch(re.escape(source).replace("%1", ".+"), english):
                return re.escape(there).replace("%1", ".+")
        return re.escape(english)

    def find(self, english, role=None):
        """In the dialog on top, else in the window."""
        pattern = re.compile(self.say(english))
        windows = self.access.windows()
        for window in reversed(windows):
            for control in self.access.walk(window):
                if pattern.fullmatch(control.name) and control.showing and (role is None or re.fullmatch(role, control.role)):
                    return control
        return None

    def see(self, english, role=None, seconds=6):
        def look():
            with contextlib.suppress(dbus.DBusException):
                return self.find(english, role)
            return None
        return self.world.until(look, f"“{english}”", seconds)

    def click(self, english, role=None, button=1, at=None):
        x, y, width, height = (n * self.column.scale for n in self.see(english, role).box())
        dx, dy = at or (width // 2, height // 2)
        self.screen.click(x + dx, y + dy, button)

    def press(self, english, role=None):
        """Through the accessible interface: works where a click would need it in view."""
        with contextlib.suppress(dbus.DBusException):  # no answer comes while a menu is open
            self.see(english, role).do()

    def key(self, *keys):
        self.screen.key(*keys)

    def page(self, number, *keys):
        """Goes to a page, and on when its rows are there."""
        self.key(f"ctrl+{number}")
        self.steady(2)
        self.key(*keys)

    def dialog(self, *keys):
        """Keys that open one, pressed again where the page had no rows yet; waits until it has the focus."""
        for patience in (3, 3, 8):
            self.key(*keys)
            with contextlib.suppress(AssertionError):
                self.world.until(lambda: self.screen.title() not in ("", self.main), f"a dialog after {keys}", patience)
                return
        self.wait_for_dialog()

    def back(self):
        """To the window, whatever is open."""
        def there():
            if self.screen.title() == self.main:
                return True
            self.key("Escape")
            self.steady(0.6)
            discard = self.screen.title() != self.main and self.find("Discard changes", "push button")
            if discard:
                discard.do()
            return self.screen.title() == self.main
        self.world.until(there, "the window again", 15)

    def press_later(self, english):
        """For what opens a dialog: its answer comes only when that is closed."""
        control = self.see(english)
        self.access.bus.call_async(control.owner, control.path, "org.a11y.atspi.Action", "DoAction", "i", (0,), None, None)

    def wait_for_dialog(self):
        self.screen.until(lambda: self.screen.title() not in ("", self.main), "a dialog", 8)

    def tabs(self):
        windows = self.access.windows()
        return [c for c in self.access.walk(windows[-1]) if c.role == "page tab" and c.showing] if windows else []

    def tab(self, number):
        tabs = self.world.until(lambda: len(self.tabs()) > number and self.tabs(), f"tab {number}", 5)
        with contextlib.suppress(dbus.DBusException):
            tabs[number].do()

    def folds(self):
        """Opens what is folded in a form."""
        for control in list(self.access.walk(self.access.windows()[-1])):
            if control.role == "push button" and ": " in control.name:
                control.do()

    def wheel(self, name, turns, role="text"):
        """Downwards, over what holds this field."""
        x, y, width, height = (n * self.column.scale for n in self.see(name, role).box())
        self.screen.click(x + width // 2, y + height // 2, 5, turns)

    def start_receiver(self):
        """And lets some callbacks arrive at it."""
        import scenes
        port = self.see("Port", "spin box")  # it hides once the receiver runs
        number = int(port.call("org.freedesktop.DBus.Properties", "Get", "org.a11y.atspi.Value", "CurrentValue"))
        self.press("Start the receiver")
        scenes.post(self.world, f"http://127.0.0.1:{number}")

    # Eyes

    def steady(self, seconds=3):
        """Until two looks in a row are the same, or time is up: something always moves in a live window."""
        end, before = time.monotonic() + seconds, None
        while time.monotonic() < end:
            picture = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], env=self.world.env, capture_output=True, timeout=30).stdout
            now = hashlib.sha1(picture).digest()
            if now == before:
                return
            before = now

    def shot(self, name, window=False):
        """`window`: only the one with the focus, for the manual."""
        self.steady()
        self.screen.ask("xdotool", "mousemove", str(self.column.pixels[0] - 1), str(self.column.pixels[1] - 1))
        path = self.directory / f"{name}.png"
        root = "root" if not window else self.screen.ask("xdotool", "getwindowfocus").strip()
        self.screen.ask("import", "-window", root, str(path))
        colors = int(self.screen.ask("identify", "-format", "%k", str(path)) or 0)
        if colors < 50:
            self.problems.append(f"{name}: blank ({colors} colours)")
        self.made.append(path)
        return path

    def look_of(self, picture):
        """Alike for pictures that are alike in the page, beside the list of pages."""
        crop = f"{self.column.pixels[0] - 200}x{self.column.pixels[1] - 100}+190+30"
        return self.screen.ask("convert", str(picture), "-crop", crop, "-format", "%#", "info:")

    @contextlib.contextmanager
    def scene(self, name, *leave):
        """A picture of its end, then the keys that leave it. What can't be reached is told and does not stop the tour."""
        try:
            yield
            self.shot(name)
        except (AssertionError, dbus.DBusException) as problem:
            self.problems.append(f"{name}: {str(problem).splitlines()[0]}")
            self.made.append(self.screen.shot(f"lost-{name}"))
        if leave:
            self.key(*leave)
        with contextlib.suppress(AssertionError):
            self.back()

    def outline(self):
        return "\n\n".join("\n".join(f"{c.role}: {c.name!r} {c.box()}" for c in self.access.walk(w)) for w in self.access.windows())


def kept_workspace(*steps):
    """A filled workspace that tours copy; (its path, the world that runs its receiver)."""
    import scene
    world = World()
    scene.make(world, *steps)
    return world.workspace, world
