"""Desktop entry, metainfo, manual, icons and unit: valid by their validators' word, and true of the program."""
import os
import pathlib
import re
import struct
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET

PROGRAM = os.environ["CALLBOARD"]
SOURCES = pathlib.Path(os.environ["CALLBOARD_SOURCES"])
BUILD = pathlib.Path(os.environ["CALLBOARD_BUILD"])
VERSION = os.environ["CALLBOARD_VERSION"]
PACKAGING = SOURCES / "packaging"
ID = "org.callboard.Callboard"


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, **more)
    return done.returncode, done.stdout + done.stderr


def commands(*path):
    return re.findall(r"^  ([a-z]+) ", run(PROGRAM, *path, "--help")[1].partition("Subcommands:")[2], re.M)


def entry():
    keys, section = {}, None
    for line in (PACKAGING / f"{ID}.desktop").read_text().splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif "=" in line:
            keys[(section, line.split("=")[0])] = line.split("=", 1)[1]
    return keys


class Packaging(unittest.TestCase):
    def test_desktop_entry_is_valid(self):
        code, said = run("desktop-file-validate", "--warn-kde", str(PACKAGING / f"{ID}.desktop"))
        self.assertEqual((code, said), (0, ""))

    def test_metainfo_is_valid(self):
        code, said = run("appstreamcli", "validate", "--no-net", "--strict", str(PACKAGING / f"{ID}.metainfo.xml"))
        self.assertEqual(code, 0, said)

    def test_metainfo_names_what_there_is(self):
        root = ET.parse(PACKAGING / f"{ID}.metainfo.xml").getroot()
        self.assertEqual(root.findtext("id"), ID)
        self.assertEqual(root.findtext("launchable"), f"{ID}.desktop")
        self.assertEqual(root.find("releases/release").get("version"), VERSION)
        self.assertEqual(root.findtext("provides/binary"), "callboard")

    def test_every_command_line_of_the_entry_is_one_of_the_program(self):
        for (section, key), value in entry().items():
            if key == "Exec":
                words = value.split()
                self.assertEqual(words[0], "callboard", section)
                self.assertEqual(run(PROGRAM, *words[1:], "--help")[0], 0, value)

    def test_unit_starts_what_there_is(self):
        text = (PACKAGING / "callboard.service").read_text()
        command = re.search(r"^ExecStart=/usr/bin/callboard (.*)$", text, re.M)[1].split()
        self.assertEqual(run(PROGRAM, *command, "--help")[0], 0)

    def test_changelog_names_the_version(self):
        first = (PACKAGING / "debian" / "changelog").read_text().splitlines()[0]
        self.assertRegex(first, rf"^callboard \({re.escape(VERSION)}\) ")

    def test_manual_knows_every_command(self):
        manual = (BUILD / "packaging" / "callboard.1").read_text()
        self.assertIn(f"Callboard {VERSION}", manual)
        names = list(commands())
        self.assertGreater(len(names), 10)
        for name in names:
            self.assertRegex(manual, rf"(?m)^\.(B|BR) \"?{name}\b", f"{name} is not in the manual")
            for part in commands(name):
                self.assertRegex(manual, rf"(?m)^\.BR .*\b{part}\b", f"{name} {part} is not in the manual")

    def test_manual_names_no_option_that_there_is_not(self):
        paths = [[]]
        for path in paths:
            paths += [[*path, name] for name in commands(*path)]
        helps = "".join(run(PROGRAM, *path, "--help")[1] for path in paths)
        manual = (BUILD / "packaging" / "callboard.1").read_text().replace("\\-", "-").replace("systemctl --user enable --now", "")
        self.assertEqual(set(re.findall(r"--[a-z-]+", manual)) - set(re.findall(r"--[a-z-]+", helps)), set())

    def test_icons_have_their_size(self):
        for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
            head = (BUILD / "packaging" / f"icon-{size}.png").read_bytes()[:24]
            self.assertEqual(struct.unpack(">II", head[16:24]), (size, size))

    def test_everything_is_installed_where_it_is_looked_for(self):
        with tempfile.TemporaryDirectory() as place:
            code, said = run("cmake", "--install", str(BUILD / "packaging"), "--prefix", place)
            self.assertEqual(code, 0, said)
            installed = {str(p.relative_to(place)) for p in pathlib.Path(place).rglob("*") if p.is_file()}
        for path in ("bin/callboard", f"share/applications/{ID}.desktop", f"share/metainfo/{ID}.metainfo.xml",
                     f"share/icons/hicolor/scalable/apps/{ID}.svg", f"share/icons/hicolor/48x48/apps/{ID}.png",
                     "share/man/man1/callboard.1.gz", "share/doc/callboard/copyright", "share/doc/callboard/changelog.gz",
                     "lib/systemd/user/callboard.service", "lib/systemd/system/callboard-server.service",
                     "share/bash-completion/completions/callboard"):
            self.assertIn(path, installed)


if __name__ == "__main__":
    unittest.main()
