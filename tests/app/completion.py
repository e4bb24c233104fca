"""Completion of the command line: a bash on a terminal is typed into, and what it makes of the line is held to the program's help."""
import os
import pty
import re
import select
import shlex
import shutil
import unittest

from program import PROGRAM, SOURCES, World

START = f"""
PS1='>'
bind 'set bell-style none'
bind 'set completion-query-items 0'
source {SOURCES}/packaging/callboard.bash
callboard() {{ printf '%s\\037' "$@" >&9; printf '\\036' >&9; }}
"""
ALL = "\x1b*"  # readline's insert-completions: every word that may stand there
CLOSED = ("--page", "--method", "--format", "--preset", "--sign", "--auth", "--source", "--encoder", "--on", "--urgent", "--state", "ENCODER",
          "PLATFORM", "--scope")
FILES = ("--workspace", "--token-file", "--new-key-file", "--tls-certificate", "--tls-key", "--script", "--screenshot", "--ca-file",
         "--client-certificate", "--client-pkcs12", "FILE", "EVENT-FILE")
TARGETS = ("--target", "TARGET")
FREE = ("--listen", "--callback-ports", "--for", "--mail", "--seconds", "--name", "--url", "--header", "--signing-header", "--overlap", "--coalesce",
        "--coalesce-longest", "--connections", "--pipeline-depth", "--timeout", "--retry", "--max-in-flight", "--rate", "--project",
        "--user", "--token-url", "--token-scope", "--token-audience", "--pin", "--proxy", "--proxy-user",
        "--asset", "--to", "--cause", "--since", "--search", "--filter", "--limit", "--delivery", "--base-url", "--relay-url",
        "--media-callback-url", "--zone", "--older-than", "--age", "LINK", "ID", "ASSET", "SEARCH", "SERVER", "ADDRESS",
        "NOTIFICATION", "REVISION", "OTHER", "--subject", "--host-name", "--expires", "NAME")


class Shell:
    """A bash with the completion, in which `callboard` only tells what it was given."""

    def __init__(self, world):
        start = world.write("bashrc", START)
        (world.path / "bin").mkdir()
        (world.path / "bin/callboard").symlink_to(PROGRAM)
        env = {**world.env, "PATH": f"{world.path}/bin:{os.environ['PATH']}", "TERM": "dumb", "COLUMNS": "1000"}
        read, write = os.pipe()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(world.path)
            os.dup2(write, 9)
            os.execvpe(shutil.which("bash"), ["bash", "--rcfile", str(start), "-i"], env)
        os.close(write)
        self.told, self.screen = read, b""

    def close(self):
        os.write(self.terminal, b"\nexit\n")
        os.close(self.told)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def words(self, typed):
        """What `callboard` is given when this is typed."""
        os.write(self.terminal, f"callboard {typed}\n".encode())
        record = b""
        while not record.endswith(b"\x1e"):
            for ready in select.select([self.told, self.terminal], [], [])[0]:
                data = os.read(ready, 65536)
                if ready == self.told:
                    record += data
                else:
                    self.screen += data
        return record[:-1].decode().split("\x1f")[:-1]

    def offered(self, typed):
        """The words that may stand at the end of this."""
        before = shlex.split(typed)
        return self.words(typed + ALL)[len(before) - (typed[-1:].strip() != ""):]


def section(text, name):
    """(word, kind of its value, what it says) of each line of a section of a help."""
    for line in text.partition(f"\n{name}:\n")[2].partition("\n\n")[0].splitlines():
        head, _, words = line[2:].partition("  ")
        if head:
            name, *kind = head.split()
            yield name.removeprefix("-h,"), kind[:1], words.strip()


class Completion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        for name in ("cms", "colon:name", 'two "words" \\ ü'):
            cls.world.ok("target", "add", "--name", name, "--url", "https://a.example/", "--header", 'X: "name":"not a target"]')
        cls.world.write("smtp.txt", "")
        (cls.world.path / "folder").mkdir()
        cls.shell = Shell(cls.world)
        cls.addClassCleanup(cls.shell.close)
        cls.helps = {}
        cls.read_help()

    @classmethod
    def read_help(cls, *path):
        cls.helps[path] = cls.world.ok(*path, "--help")
        for word, *_ in section(cls.helps[path], "Subcommands"):
            cls.read_help(*path, word)

    def test_every_command_and_option_of_the_program_is_offered(self):
        self.assertGreater(len(self.helps), 40)
        for path, text in self.helps.items():
            with self.subTest(path=path):
                typed = "".join(word + " " for word in path)
                commands = sorted(word for word, *_ in section(text, "Subcommands"))
                options = {word for word, *_ in section(text, "Options")} | {"--workspace", "--json"}
                self.assertIn("--help", options)
                if commands:
                    self.assertEqual(self.shell.offered(typed), commands)
                self.assertEqual(self.shell.offered(typed + "--"), sorted(options))

    def valued(self):
        """Everything that takes a value, once: {its name: (what to type before it, what the help says)}"""
        found = {}
        for path, text in self.helps.items():
            typed = "".join(word + " " for word in path)
            for name, kind, words in section(text, "Options"):
                if kind:
                    found[name] = (typed + name + " ", words)
            for name, kind, words in section(text, "Positionals"):
                found.setdefault(name, (typed, words))
        return found

    def test_every_value_is_of_a_kind_that_is_known(self):
        for name, (typed, words) in self.valued().items():
            with self.subTest(name=name):
                if "@FILE" in words:
                    self.assertIn("@smtp.txt", self.shell.offered(typed + "@s"))
                elif name in FILES:
                    self.assertEqual(self.shell.offered(typed + "smt"), ["smtp.txt"])
                elif name == "--drop":
                    self.assertIn("folder", self.shell.offered(typed))
                elif name in TARGETS:
                    self.assertEqual(self.shell.offered(typed + "cm"), ["cms"])
                else:
                    self.assertIn(name, (*CLOSED, *FREE), "is it chosen from a list, a file, a target?")

    def test_words_to_choose_from_are_those_of_the_help(self):
        valued = self.valued()
        for name in CLOSED:
            with self.subTest(name=name):
                typed, told = valued["--on" if name == "--urgent" else name]
                told = told.split(": ")[1] if name == "--page" else told.replace("(default)", "").split(":")[0]
                self.assertEqual(set(self.shell.offered(valued[name][0])), set(re.findall(r"[A-Za-z][A-Za-z0-9-]*", told)) - {"or"})

    def test_a_list_goes_on_behind_its_comma(self):
        self.assertEqual(self.shell.offered("deliveries --state failed,"),
                         ["failed," + word for word in ("cancelled", "delivered", "held", "queued", "retrying", "sending", "waiting")])
        self.assertEqual(self.shell.words("deliveries --state=failed,he\t")[1:], ["--state=failed,held"])

    def test_targets_are_quoted_as_the_line_is(self):
        spaced = 'two "words" \\ ü'
        self.assertEqual(set(self.shell.offered("target show ")), {"cms", "colon:name", spaced})
        for typed in ("two", "'two", '"two', "two\\ "):
            with self.subTest(typed=typed):
                self.assertEqual(self.shell.words(f"target show {typed}\t"), ["target", "show", spaced])
        self.assertEqual(self.shell.words("target show colon:n\t"), ["target", "show", "colon:name"])
        self.assertEqual(self.shell.words("deliveries --target=colon:n\t")[1:], ["--target=colon:name"])

    def test_targets_are_those_of_the_workspace_that_is_named(self):
        other = self.world.path / "other place.db"
        self.world.ok("target", "add", "--name", "elsewhere", "--url", "https://a.example/", "--workspace", other)
        self.assertEqual(self.shell.offered("--workspace 'other place.db' target show "), ["elsewhere"])
        self.assertEqual(self.shell.offered("target show --workspace=other\\ place.db "), ["elsewhere"])
        self.assertEqual(self.shell.offered("target show --workspace absent.db "), [])
        self.assertFalse((self.world.path / "absent.db").exists())

    def test_what_is_no_command_line_is_left_alone(self):
        for typed in ("--no[z-a] -", "--no[such=", "'' frob[ show ", "target '' show ", "audit extra more "):
            with self.subTest(typed=typed):
                self.shell.offered(typed)
        self.shell.words("end")  # all before it has been shown by then
        self.assertNotRegex(self.shell.screen.decode(), "(bash|grep|sed|callboard): ")

    def test_secrets_are_files(self):
        self.assertEqual(self.shell.words("mail set x --password @sm\t")[-1], "@smtp.txt")
        self.assertEqual(self.shell.words("target add --secret-header 'Authorization: @sm\t")[-1], "Authorization: @smtp.txt")
        self.assertEqual(self.shell.words("target add --secret-header smt\t")[-1], "smt")  # it begins with a name


if __name__ == "__main__":
    unittest.main()
