"""The command line: what it prints, what it refuses, and its exit codes."""
import json
import os
import re
import stat
import unittest

from program import SOURCES, World, event, jsonl


class Commands(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def refused(self, code, words, *arguments, **kwargs):
        got, out, err = self.world.run(*arguments, **kwargs)
        self.assertEqual(got, code, err)
        self.assertEqual(out, "")
        for word in [words] if isinstance(words, str) else words:
            self.assertIn(word, err)

    def add(self, name="cms", url="https://callback.example/ingest", *more):
        return self.world.lines("target", "add", "--name", name, "--url", url, *more)[0]

    def test_target_life(self):
        made = self.add("cms", "https://callback.example/ingest", "--header", "X-Custom-Header: X-Custom-Header-Value")
        self.assertEqual((made["method"], made["format"], made["source"]), ("POST", "lightflow", "lightflow"))
        self.assertEqual((made["onSuccess"], made["onFailure"], made["onProgressEncoding"]), (True, True, False))
        self.world.ok("target", "set", "CMS", "--method", "put", "--retry", "1s,2m")
        shown = self.world.lines("target", "show", made["id"])[0]
        self.assertEqual((shown["method"], shown["retry"]), ("PUT", "1s,2m"))
        self.world.ok("target", "set", "cms", "--allow-private", "--preset", "spark", "--method", "POST")
        kept = self.world.lines("target", "set", "cms", "--timeout", "3s")[0]
        self.assertEqual((kept["allowPrivate"], kept["pipelining"], kept["url"], kept["timeout"]), (True, True, shown["url"], "3s"))
        self.assertEqual(kept["headers"], shown["headers"])
        self.assertEqual(kept["rate"], "none")
        self.assertEqual(self.world.lines("target", "set", "cms", "--rate", "50/s")[0]["rate"], "50/s")
        self.assertRegex(self.world.ok("target", "show", "cms"), r"(?m)^Rate +50/s$")
        self.assertEqual(self.world.lines("target", "set", "cms", "--timeout", "4s")[0]["rate"], "50/s")
        self.assertEqual(self.world.lines("target", "set", "cms", "--rate", "none")[0]["rate"], "none")
        for command, state in (("pause", "paused"), ("resume", "enabled"), ("disable", "disabled"), ("enable", "enabled")):
            self.assertEqual(self.world.lines("target", command, "cms")[0]["state"], state)
        self.world.ok("target", "remove", "cms")
        self.assertEqual(self.world.lines("target", "list"), [])
        self.refused(4, "cms", "target", "show", "cms")

    def test_spark_preset_says_what_the_document_says(self):
        made = self.add("spark", "https://example.org/yourcallback.py", "--preset", "spark")
        self.assertEqual((made["format"], made["coalesce"], made["pipelining"]), ("spark", "1m", True))
        self.assertTrue(made["onRating"] and made["onModeration"] and made["onTranscode"] and made["onExternalCallback"])
        self.assertFalse(made["onSuccess"])

    def test_bad_targets_are_named_and_change_nothing(self):
        self.add()
        bad = [
            (["--url", "https:///nohost"], "no host"),
            (["--url", "ftp://example.com/x"], "ftp"),
            (["--url", "example.com"], "scheme"),
            (["--url", "https://a.example/x y"], "space"),
            (["--url", "https://user:pw@a.example/"], "user name"),
            (["--url", "https://a.example/", "--header", "Bad Name: x"], "a space"),
            (["--url", "https://a.example/", "--header", "X: a\r\nInjected: b"], "control character"),
            (["--url", "https://a.example/", "--header", "Content-Length: 3"], "Content-Length"),
            (["--url", "https://a.example/", "--header", "nocolon"], "nocolon"),
            (["--url", "https://a.example/", "--method", "DELETE"], "DELETE"),
            (["--url", "https://a.example/", "--on", "success,sometimes"], "sometimes"),
            (["--url", "https://a.example/", "--retry", "soon"], "soon"),
            (["--url", "https://a.example/", "--coalesce", "-1s"], "-1s"),
            (["--url", "https://a.example/", "--rate", "100001/s"], "100001/s"),
            (["--url", "https://a.example/", "--rate", "0/s"], "0/s"),
            (["--url", "https://a.example/", "--secret-header", "Authorization: Bearer x"], "@FILE"),
            (["--url", "https://a.example/", "--name", "CMS"], "taken"),
            (["--name", "nourl"], "--url"),
        ]
        for arguments, word in bad:
            with self.subTest(arguments=arguments):
                self.refused(2, word, "target", "add", *arguments)
        self.assertEqual(len(self.world.lines("target", "list")), 1)

    def test_secret_is_masked_everywhere_and_sealed_on_disk(self):
        self.world.write("token", "Bearer canary-9377\n")
        made = self.add("cms", "https://callback.example/", "--secret-header", "Authorization: @token")
        self.assertEqual(made["headers"], [{"name": "Authorization", "value": "•••", "secret": True}])
        outputs = [self.world.ok(*c) for c in (("target", "list"), ("target", "show", "cms"), ("target", "export"),
                                               ("target", "show", "cms", "--json"))]
        self.assertNotIn("canary", "".join(outputs))
        for path in self.world.path.iterdir():
            if path.is_file() and path.name != "token":
                self.assertNotIn(b"canary-9377", path.read_bytes(), path.name)
        self.assertEqual(stat.S_IMODE(os.stat(self.world.workspace).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(self.world.path / "vault.key").st_mode), 0o600)

    def test_secret_from_standard_input(self):
        made = self.world.lines("target", "add", "--url", "https://a.example/", "--secret-header", "X-Api-Key: -", stdin="k3y\n")
        self.assertEqual(made[0]["headers"][0]["value"], "•••")

    def test_import_reads_the_documents_own_curl_command(self):
        text = (SOURCES / "resources/samples/lightflow-publish-request.curl.txt").read_text(encoding="utf-8")
        code, out, err = self.world.run("target", "import", "-", "--json", stdin=text)
        self.assertEqual(code, 0, err)
        target = json.loads(out)
        self.assertEqual((target["url"], target["method"]), ("https://callback.epiclabs/ingest", "POST"))
        self.assertEqual([h["name"] for h in target["headers"]], ["Authorization", "X-Custom-Header"])
        repaired = [line for line in err.splitlines() if line.startswith("Repaired ")]
        self.assertGreaterEqual(len(repaired), 28)
        self.assertTrue(any("30:16" in line for line in repaired), err)  # the trailing comma
        self.assertIn("<JWT TOKEN>", err)

    def test_export_and_import_again(self):
        self.add("one", "https://one.example/", "--preset", "spark", "--header", "A: b", "--rate", "100/min")
        self.world.ok("target", "export", "all.json")
        self.assertEqual(self.world.lines("target", "export"), [json.loads(self.world.ok("target", "export"))])
        self.world.ok("target", "remove", "one")
        self.world.ok("target", "import", "all.json")
        again = self.world.lines("target", "show", "one")[0]
        self.assertEqual((again["format"], again["headers"]), ("spark", [{"name": "A", "value": "b"}]))
        self.assertEqual(again["rate"], "100/min")

    def test_import_of_nonsense_says_where(self):
        self.refused(1, "1", "target", "import", "-", stdin="this is no callback")
        self.refused(4, "missing.txt", "target", "import", "missing.txt")

    def test_emit_into_the_workspace_and_audit(self):
        self.add()
        self.world.write("one.json", event(1))
        self.world.write("many.jsonl", jsonl(event(n) for n in range(2, 7)))
        self.assertEqual(self.world.lines("emit", "one.json")[0]["accepted"], 1)
        self.assertEqual(self.world.lines("emit", "many.jsonl")[0]["accepted"], 5)
        again = self.world.lines("emit", "one.json")[0]
        self.assertEqual((again["accepted"], again["duplicates"], again["ids"]), (0, 1, ["e1"]))
        rows = self.world.lines("deliveries")
        self.assertEqual([r["asset"] for r in rows], [f"asset-{n}" for n in (6, 5, 4, 3, 2, 1)])
        self.assertEqual(set(rows[0]), {"id", "target", "targetName", "event", "asset", "state", "attempts", "status", "error", "cause",
                                        "merged", "createdAt", "dueAt", "finishedAt", "replayOf", "replayContent", "supersededBy",
                                        "window", "windowReason"})
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "6 accepted, 6 outcomes, 0 unexplained")

    def test_the_log_is_filtered_by_the_language(self):
        self.add()
        self.world.write("many.jsonl", jsonl(event(n) for n in range(1, 7)))
        self.world.ok("emit", "many.jsonl")
        found = self.world.lines("deliveries", "--filter", "state:queued asset:asset-2,asset-5 since:1h tries:0")
        self.assertEqual([r["asset"] for r in found], ["asset-5", "asset-2"])
        self.assertEqual(len(self.world.lines("deliveries", "--filter", "not asset~asset-1", "--limit", 3)), 3)
        self.assertEqual(self.world.lines("deliveries", "--filter", "body~nowhere"), [])
        self.refused(2, ["character 7", "failed"], "deliveries", "--filter", "state:lost")
        self.refused(2, ["colour", "target"], "replay", "--filter", "colour:red")

    def test_options_beside_a_filter_narrow_it(self):
        self.add()
        self.add("web")
        self.world.write("many.jsonl", jsonl(event(n) for n in range(1, 4)))
        self.world.ok("emit", "many.jsonl")
        def found(*options):
            return [r["asset"] for r in self.world.lines("deliveries", *options)]
        self.assertEqual(found("--filter", "asset:asset-1,asset-2", "--target", "web", "--state", "queued,failed"), ["asset-2", "asset-1"])
        for text, options in (("since:2100-01-01", ("--since", "7d")), ("state:failed", ("--state", "queued")),
                              ("target:cms", ("--target", "web")), ("asset:asset-1", ("--asset", "asset-2")),
                              ("asset-1", ("--search", "asset-2")), ("-cause:refused", ("--cause", "refused"))):
            with self.subTest(filter=text, options=options):
                self.assertEqual(found("--filter", text, *options), [])
                self.assertIn("0 deliveries", self.world.run("replay", "--plan", "--filter", text, *options)[2])
        self.assertEqual(found("--search", "a \"b", "--asset", "a*", "--cause", "not marked"), [])
        self.refused(2, "character 5: What should not be?", "deliveries", "--filter", "web not", "--state", "queued")

    def test_nothing_said_is_not_everything(self):
        self.add()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json")
        for options in (["--filter", " "], ["--filter", '""'], ["--filter", '-""'], ["--state", ","], ["--state", " "],
                        ["--filter", " ", "--target", "cms"], ["--since", "1h"], []):
            with self.subTest(options=options):
                self.refused(2, "--state", "replay", "--yes", *options)
        self.assertEqual(len(self.world.lines("deliveries")), 1)

    def test_bad_events_are_named_and_take_nothing(self):
        self.add()
        cases = [
            ("not json", ["1"]),
            ([event(1), {"specversion": "1.0"}], ["event 2 of 2"]),
            ({**event(1), "data": [1, 2]}, ["data"]),
            ({**event(1), "type": "media.asset.sneezed"}, ["media.asset.sneezed"]),
            ({k: v for k, v in event(1).items() if k != "subject"}, ["subject"]),
            ({**event(1), "specversion": "0.3"}, ["specversion"]),
        ]
        for content, words in cases:
            with self.subTest(content=str(content)[:60]):
                self.world.write("bad.json", content)
                self.refused(1, words, "emit", "bad.json")
        self.world.write("bad.jsonl", jsonl([event(1), event(2)]) + "{broken\n")
        self.refused(1, "3", "emit", "bad.jsonl")
        self.refused(4, "nothing.json", "emit", "nothing.json")
        self.assertEqual(self.world.lines("deliveries"), [])

    def test_same_id_with_other_content_is_a_conflict(self):
        self.add()
        self.world.write("a.json", event(1))
        self.world.ok("emit", "a.json")
        self.world.write("b.json", event(1, asset="another"))
        self.refused(1, "other content", "emit", "b.json")
        self.assertEqual(len(self.world.lines("deliveries")), 1)

    def test_unusable_workspaces(self):
        text = self.world.write("list.txt", "milk, eggs, and not a database")
        self.refused(3, ["list.txt", "not a Callboard workspace"], "target", "add", "--url", "https://a.example/", "--workspace", text)
        self.assertEqual(text.read_text(), "milk, eggs, and not a database")
        self.refused(3, "no workspace", "deliveries", "--workspace", self.world.path / "absent.db")
        self.assertFalse((self.world.path / "absent.db").exists())
        self.refused(3, "Can't make", "target", "add", "--url", "https://a.example/", "--workspace", "/proc/nowhere/w.db")

    def test_wrong_usage(self):
        self.assertEqual(self.world.run("frobnicate")[0], 2)
        self.add()
        self.refused(2, "happy", "deliveries", "--state", "happy")
        self.refused(2, "--since", "deliveries", "--since", "tomorrow")
        self.refused(2, "1 to 2147483647", "deliveries", "--limit", "0")
        self.refused(4, "99", "delivery", "99")
        self.refused(4, "99", "replay", "99")
        self.refused(2, "--state failed", "replay")

    def test_help_has_an_example_everywhere(self):
        commands = [[]]
        for command in commands:
            with self.subTest(command=command):
                text = self.world.ok(*command, "--help")
                self.assertRegex(text, r"(?m)^Example: callboard .*" + " ".join(command))
                commands += [[*command, word] for word in re.findall(r"^  ([a-z]+) ", text.partition("Subcommands:")[2], re.M)]
        self.assertGreater(len(commands), 40)

    def test_bad_endpoints(self):
        self.refused(2, "--listen", "serve", "--listen", "nonsense")
        self.refused(2, "loopback", "serve", "--listen", "0.0.0.0:0")
        self.refused(2, "--for", "serve", "--for", "a while")


if __name__ == "__main__":
    unittest.main()
