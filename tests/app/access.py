"""What a screen reader would find in the window: controls by their names, where they are, and what they can do.

Never asks a list or a table for its children: the log may hold a million rows.
"""
import os
import re
import subprocess

import dbus
import dbus.bus

ACCESSIBLE, COMPONENT, ACTION, PROPERTIES = ("org.a11y.atspi.Accessible", "org.a11y.atspi.Component", "org.a11y.atspi.Action",
                                             "org.freedesktop.DBus.Properties")
LONG = {"table", "tree table", "list", "tree"}
BUS_CONFIG = """<busconfig><type>session</type><listen>unix:path={path}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


class Control:
    def __init__(self, bus, owner, path):
        self.bus, self.owner, self.path = bus, str(owner), str(path)

    def call(self, interface, method, *arguments):
        return self.bus.call_blocking(self.owner, self.path, interface, method, None, arguments, timeout=20)

    @property
    def name(self):
        return str(self.call(PROPERTIES, "Get", ACCESSIBLE, "Name"))

    @property
    def role(self):
        return str(self.call(ACCESSIBLE, "GetRoleName"))

    def states(self):
        low, high = self.call(ACCESSIBLE, "GetState")
        return int(low) | int(high) << 32

    @property
    def showing(self):
        return bool(self.states() >> 25 & 1)

    @property
    def enabled(self):
        return bool(self.states() >> 8 & 1)

    def children(self):
        return [Control(self.bus, owner, path) for owner, path in self.call(ACCESSIBLE, "GetChildren")]

    def box(self):
        """x, y, width, height on the screen."""
        return tuple(int(n) for n in self.call(COMPONENT, "GetExtents", dbus.UInt32(0)))

    def middle(self):
        x, y, width, height = self.box()
        return x + width // 2, y + height // 2

    def do(self, index=0):
        return self.call(ACTION, "DoAction", dbus.Int32(index))


class Access:
    """To be opened before the program starts: it puts a bus of its own into the world's environment."""

    def __init__(self, world):
        self.world = world
        self.running = []
        self.bus = None

    def open(self):
        path = self.world.path
        (path / "bus.conf").write_text(BUS_CONFIG.format(path=path))
        self.world.env.update(DBUS_SESSION_BUS_ADDRESS=f"unix:path={path}/bus", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        self.start("dbus-daemon", f"--config-file={path}/bus.conf", "--nofork")
        self.world.until(lambda: (path / "bus").exists(), "a bus", 20)
        self.start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        session = dbus.bus.BusConnection(f"unix:path={path}/bus")
        self.world.until(lambda: session.name_has_owner("org.a11y.Bus"), "the bus of assistive tools", 20)
        address = session.call_blocking("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", "", ())
        self.bus = dbus.bus.BusConnection(str(address))

    def start(self, *command):
        with open(self.world.path / "stderr.txt", "a") as log:
            self.running.append(subprocess.Popen(command, env=self.world.env, stdout=log, stderr=log))

    def close(self):
        if self.bus:
            self.bus.close()
        for process in reversed(self.running):
            process.terminate()
            process.wait(timeout=10)

    def windows(self):
        root = Control(self.bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        found = []
        for program in root.children():
            try:
                if program.name.startswith("callboard"):
                    found += program.children()
            except dbus.DBusException:  # it ended meanwhile
                pass
        return found

    def window(self, title):
        """By its accessible name (a pattern): dialogs have one of their own."""
        for window in self.windows():
            if re.fullmatch(title, window.name) and window.showing:
                return window
        return None

    def walk(self, control, most=4000):
        """All below it that is on show, breadth first; lists and tables without what is in them."""
        ahead = [control]
        while ahead and most > 0:
            at = ahead.pop(0)
            most -= 1
            yield at
            if at.role not in LONG:
                ahead += [child for child in at.children() if child.showing]

    def find(self, title, name, role=None):
        """The first of this name (a pattern) in the window of that title, or None."""
        window = self.window(title)
        if not window:
            return None
        pattern = re.compile(name)
        for control in self.walk(window):
            if pattern.fullmatch(control.name) and (role is None or re.fullmatch(role, control.role)):
                return control
        return None

    def see(self, title, name, role=None, seconds=20):
        """find(), waited for."""
        def look():
            try:
                return self.find(title, name, role)
            except dbus.DBusException:  # what was on show is gone
                return None
        return self.world.until(look, f"{name!r} ({role}) in “{title}”", seconds)
