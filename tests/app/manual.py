"""Every command that the manual and README.md name is given, and does what it should; every shortcut they name is one."""
import json
import re
import shlex
import subprocess
import unittest

from platforms import JSON, call
from program import SOURCES, Nginx, World, certificate, event, free_port, jsonl

MANUAL = SOURCES / "resources/manual"
SECRET = "a-secret-for-tests"
ASSET = "6b48fbce-cd10-459c-b397-5673e4bbafaf"
# What they ask for is not there to be asked: the answer is that, and not a question of usage.
FAILING = ("encoder submit", "mail test", "asset refresh", "asset assign", "salvage")


def commands():
    """(page, command line) of all blocks of shell."""
    for page in [SOURCES / "README.md", *sorted(MANUAL.glob("*.md"))]:
        for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            for line in block.splitlines():
                if line.startswith("callboard "):
                    yield page.name, line


class Manual(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        nginx = Nginx(self.world.path)
        self.addCleanup(nginx.close)
        for name, url in (("cms", f"http://127.0.0.1:{nginx.port}/"), ("spark-site", f"http://127.0.0.1:{free_port()}/")):
            self.world.ok("target", "add", "--name", name, "--url", url, "--allow-private", "--retry", "none", "--on", "success,rating")
        self.fill()

    def fill(self):
        """The files that the commands read, a delivery that arrived and one that failed."""
        world = self.world
        for name in ("token.txt", "key.txt", "secret.txt", "smtp.txt", "words.txt"):
            world.write(name, SECRET)
        world.write("words.txt", "four words in a row")
        world.write("request.txt", (SOURCES / "resources/samples/lightflow-publish-request.curl.txt").read_text(encoding="utf-8"))
        world.write("event.json", event(1, ASSET))
        shown, key = certificate(world.path, "door")
        subprocess.run(["openssl", "pkcs12", "-export", "-in", shown, "-inkey", key, "-passout", f"pass:{SECRET}",
                        "-out", world.path / "client.p12"], check=True, capture_output=True)
        world.write("events.jsonl", jsonl(event(n) for n in range(2, 5)))
        world.ok("emit", "event.json")
        serve, door = world.serve()
        world.until(lambda: set(world.counts()) == {"delivered", "failed"}, "the deliveries' ends")
        job = json.loads((SOURCES / "resources/samples/zencoder-job-notification.json").read_text())
        self.assertEqual(call("POST", door + "/v1/encoders/zencoder", job, **JSON)[0], 202)
        world.stop(serve)
        world.ok("workspace", "backup", "damaged.db")
        world.ok("workspace", "backup", "rescued.db")

    def given(self, line):
        """The command's words, with numbers and addresses that are there."""
        number = self.world.lines("deliveries", "--state", "failed")[0]["id"].rsplit("_", 1)[1]
        words = [{"4711": number, "UUID": ASSET}.get(word, word) for word in shlex.split(line, comments=True)[1:]]
        words = [{"127.0.0.1:8787": "127.0.0.1:0", "0.0.0.0:8787": "0.0.0.0:0"}.get(word, word) for word in words]
        words = [str(self.world.path / "in") if word == "/srv/callboard/in" else word for word in words]
        if words[:2] == ["target", "import"]:
            self.world.run("target", "remove", "callback.epiclabs")  # more than one page imports it
        if words[0] == "serve":
            (self.world.path / "in").mkdir(exist_ok=True)
            words += ["--for", "1s", *([] if "--listen" in words else ["--listen", "127.0.0.1:0"])]
        if words[:2] == ["vault", "unlock"]:
            self.world.write("recovery.txt", self.world.ok("vault", "recovery"))
            self.world.ok("vault", "passphrase", "@words.txt")
            words = ["@words.txt" if word == "-" else word for word in words]
        if words[:2] == ["vault", "rotate"]:
            self.world.run("vault", "passphrase", "--remove")
        if words[:2] == ["vault", "unlock"]:  # with what is there to unlock it
            self.world.ok("vault", "passphrase", "@words.txt")
            self.world.write("recovery.txt", self.world.ok("vault", "recovery"))
        if words[:2] == ["target", "add"]:
            words[words.index("--name") + 1] = f"made {len(self.world.lines('target', 'list'))}"
        return words

    def test_every_command_is_true(self):
        tried = 0
        for page, line in commands():
            with self.subTest(page=page, line=line):
                words = self.given(line)
                if "--to" in words:
                    serve, door = self.world.serve()
                    words[words.index("--to") + 1] = door
                if "copy.db" in words:
                    (self.world.path / "copy.db").unlink(missing_ok=True)
                workspace = words[1] if words[0] == "--workspace" else None
                code, out, err = self.world.run(*(words[2:] if workspace else words),
                                                stdin=SECRET if "-" in words else None,
                                                **({"CALLBOARD_WORKSPACE": str(self.world.path / workspace)} if workspace else {}))
                if "--to" in words:
                    self.world.stop(serve)
                failing = any(name in line for name in FAILING)
                self.assertIn(code, (0, 1, 4) if failing else (0,), out + err)
                tried += 1
        self.assertGreater(tried, 40)

    def test_every_exit_code_is_the_programs(self):
        text = (MANUAL / "server.md").read_text(encoding="utf-8")
        table = re.findall(r"^\| (\d) \| (.*?) \|$", text, re.M)
        told = {"done": ["deliveries"], "the thing asked for failed": ["target", "import", self.world.write("nothing.txt", "no callback")],
                "wrong usage": ["frobnicate"], "the workspace is unusable": ["deliveries", "--workspace", self.world.path / "absent.db"],
                "not found": ["delivery", "99999"]}
        self.assertEqual({meaning for _, meaning in table}, set(told))
        for code, meaning in table:
            with self.subTest(meaning=meaning):
                self.assertEqual(self.world.run(*told[meaning])[0], int(code))

    def test_every_type_of_event_is_the_programs(self):
        triggers = re.search(r"--on TEXT +(\S+)", self.world.ok("target", "add", "--help"))[1].split(",")
        self.assertEqual(len(triggers), 7)
        text = (MANUAL / "events.md").read_text(encoding="utf-8")
        types = re.findall(r"^\| `(media\.[a-z.]+)` \|", text, re.M)
        self.assertEqual(len(types), 7)
        for number, kind in enumerate(types):
            self.world.write("one.json", event(100 + number, kind=kind))
            self.world.ok("explain", "one.json")  # an unknown type is refused

    def test_every_key_of_the_filter_language_is_explained(self):
        text = (MANUAL / "filter.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| (`.*?) \| .*? \| `(.*?)` \|$", text, re.M)
        keys = {word for cell, _ in rows for word in re.findall(r"`([a-z]+)`", cell)}
        source = (SOURCES / "core/store/filter/filterkeys.cpp").read_text(encoding="utf-8")
        self.assertEqual(keys, set(re.findall(r'FilterKey::\w+, L\("([a-z]+)"\)', source.split("kOtherSpellings")[0])))
        examples = [example for _, example in rows] + ["not target:cms", "-target:cms", "marked", "state:failed target:cms code:5xx since:24h"]
        for example in examples:
            with self.subTest(example=example):
                self.world.ok("deliveries", "--filter", example)

    def test_every_shortcut_stands_in_the_window_too(self):
        sheet = (SOURCES / "ui/shell/shortcutsdialog.cpp").read_text(encoding="utf-8")
        keys = set(re.findall(r'tr\("([^"]+)"\), Sheet::tr\(', sheet))
        known = {key.strip() for entry in keys for key in re.split(r"  or  |  ", entry)}
        text = (MANUAL / "shortcuts.md").read_text(encoding="utf-8").split("## In this manual")[0]
        told = {key for cell in re.findall(r"^\| ([^|]+) \| [a-z]", text, re.M) for key in re.split(r" or |, (?=\S)| ", cell.strip()) if key}
        self.assertEqual(told - known - {"Ctrl+1", "…", "Ctrl+6"}, set())


if __name__ == "__main__":
    unittest.main()
