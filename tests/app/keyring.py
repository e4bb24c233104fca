"""A real gnome-keyring on a session bus of its own: unlocked, locked, with a question that nobody answers, or gone."""
import contextlib
import os
import pathlib
import signal
import subprocess
import time

LOGIN = "/org/freedesktop/secrets/collection/login"
PASSWORD = "test-password"


class Keyring:
    """`env` is what a program needs to find it; it lives in `home`, which belongs to the caller."""

    def __init__(self, home):
        self.home = pathlib.Path(home)
        run = self.home / "run"
        run.mkdir(mode=0o700, parents=True)
        hidden = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION")
        self.env = {k: v for k, v in os.environ.items() if k not in hidden}
        self.env.update(HOME=str(self.home), XDG_RUNTIME_DIR=str(run), XDG_DATA_HOME=str(self.home / "data"),
                        XDG_CONFIG_HOME=str(self.home / "config"), XDG_CACHE_HOME=str(self.home / "cache"))
        self.bus = subprocess.Popen(["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.env)
        self.address = self.bus.stdout.readline().strip()
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.address
        self.daemon = None
        self.prompter = None
        self.start()

    def session(self):
        """The part of the environment that a program is started with."""
        return {k: self.env[k] for k in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}

    def start(self):
        self.daemon = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                       stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       text=True, env=self.env)
        self.daemon.stdin.write(PASSWORD)
        self.daemon.stdin.close()
        self.until(lambda: self.owner("org.freedesktop.secrets"), "the keyring on the bus")

    def send(self, *arguments):
        done = subprocess.run(["dbus-send", "--session", "--print-reply=literal", "--reply-timeout=5000", *arguments],
                              capture_output=True, text=True, env=self.env)
        return done.stdout if done.returncode == 0 else ""

    def owner(self, name):
        return self.send("--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.GetNameOwner", f"string:{name}")

    def is_locked(self):
        return "true" in self.send("--dest=org.freedesktop.secrets", LOGIN, "org.freedesktop.DBus.Properties.Get",
                                   "string:org.freedesktop.Secret.Collection", "string:Locked")

    def lock(self):
        self.send("--dest=org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock",
                  f"array:objpath:{LOGIN}")
        self.until(self.is_locked, "the keyring locked")

    def unlock(self):
        """As a person who types the password elsewhere."""
        self.by_dbus(f"""
secrets = bus.get_object("org.freedesktop.secrets", "/org/freedesktop/secrets")
session = secrets.OpenSession("plain", "", dbus_interface="org.freedesktop.Secret.Service")[1]
password = dbus.Struct((session, dbus.ByteArray(b""), dbus.ByteArray(b"{PASSWORD}"), "text/plain"))
master = dbus.Interface(secrets, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface")
master.UnlockWithMasterPassword(dbus.ObjectPath("{LOGIN}"), password)
""")
        self.until(lambda: not self.is_locked(), "the keyring unlocked")

    def by_dbus(self, script):
        # By the interpreter that Debian's python3-dbus is for.
        subprocess.run(["/usr/bin/python3", "-c", "import dbus\nbus = dbus.SessionBus()\n" + script], check=True, env=self.env)

    def restart(self):
        self.kill()
        self.start()
        self.until(lambda: not self.is_locked(), "the keyring unlocked")

    def ask_in_vain(self):
        """From now on a question for the password is put to somebody who never answers."""
        deaf = ("import dbus, dbus.service, time; "
                "name = dbus.service.BusName('org.gnome.keyring.SystemPrompter', dbus.SessionBus()); time.sleep(600)")
        self.prompter = subprocess.Popen(["/usr/bin/python3", "-c", deaf], env=self.env)
        self.until(lambda: self.owner("org.gnome.keyring.SystemPrompter"), "somebody who asks")

    def entries(self):
        found = self.send("--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
                          "org.freedesktop.Secret.Service.SearchItems", "dict:string:string:server,callboard")
        return [word for word in found.split() if word.startswith(LOGIN)]

    def stop_answering(self):
        self.daemon.send_signal(signal.SIGSTOP)

    def kill(self):
        self.daemon.kill()
        self.daemon.wait()
        self.until(lambda: not self.owner("org.freedesktop.secrets"), "the keyring gone")

    def close(self):
        for process in (self.prompter, self.daemon, self.bus):
            if process:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                process.wait()
        self.bus.stdout.close()

    @staticmethod
    def until(condition, what, seconds=20):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"{what}: not within {seconds} s"
            time.sleep(0.02)
