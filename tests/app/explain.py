"""callboard explain: who would be called for an event, who was, and why."""
import json
import unittest

from program import World, event, jsonl


class Explain(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.add("cms", "--on", "success,failure")
        self.add("ratings", "--on", "rating")
        self.add("site", "--on", "success,rating", "--coalesce", "10m")

    def add(self, name, *more):
        self.world.ok("target", "add", "--name", name, "--url", f"https://{name}.example/hook", *more)

    def outcomes(self, *arguments, **kwargs):
        return {(line["event"], line["targetName"]): line for line in self.world.lines("explain", *arguments, **kwargs)}

    def test_a_hypothetical_event_names_everyone_and_sends_nothing(self):
        self.world.ok("target", "pause", "cms")
        self.world.write("one.json", event(1))
        text = self.world.ok("explain", "one.json")
        self.assertIn("e1 (media.asset.published, asset asset-1): not taken in; 2 of 3 targets would be called.", text)
        self.assertRegex(text, r"site +would be called: onSuccess is on")
        self.assertRegex(text, r"cms +would be held: onSuccess is on; the target is paused")
        self.assertRegex(text, r"ratings +not: onSuccess is off")
        lines = self.outcomes("one.json")
        self.assertEqual(set(lines["e1", "cms"]), {"event", "target", "targetName", "wanted", "outcome", "reason", "delivery"})
        self.assertEqual([(lines["e1", n]["wanted"], lines["e1", n]["outcome"]) for n in ("cms", "ratings", "site")],
                         [(True, "would-hold"), (False, "not-wanted"), (True, "would-call")])
        self.assertIsNone(lines["e1", "site"]["delivery"])
        self.assertEqual(self.world.lines("deliveries"), [])
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "0 accepted, 0 outcomes, 0 unexplained")

    def test_a_known_event_is_explained_by_its_record(self):
        self.world.write("some.jsonl", jsonl([event(1, asset="a"), event(2, asset="a")]))
        self.world.ok("emit", "some.jsonl")
        self.world.ok("target", "set", "cms", "--on", "rating")
        self.world.ok("target", "remove", "ratings")
        self.world.write("three.jsonl", jsonl(event(n, asset="a") for n in (1, 2, 3)))
        lines = self.outcomes("three.jsonl")
        ids = {row["targetName"]: row["id"] for row in self.world.lines("deliveries")}
        self.assertEqual(lines["e1", "site"]["outcome"], "merged")
        self.assertEqual(lines["e2", "site"]["outcome"], "waiting")
        self.assertEqual(lines["e3", "site"]["outcome"], "would-join")
        self.assertEqual({lines[e, "site"]["delivery"] for e in ("e1", "e2", "e3")}, {ids["site"]})
        self.assertEqual(lines["e1", "cms"]["outcome"], "queued")
        self.assertEqual(lines["e3", "cms"]["outcome"], "not-wanted")
        self.assertEqual(lines["e1", "ratings"]["reason"], "onSuccess is off")
        self.assertNotIn(("e3", "ratings"), lines)
        self.assertIn("e1 (media.asset.published, asset a): taken in at 2", self.world.ok("explain", "three.jsonl"))
        self.assertIn("0 unexplained", self.world.ok("audit"))

    def test_the_event_behind_a_delivery(self):
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json")
        row = self.world.lines("deliveries", "--target", "cms")[0]
        lines = self.outcomes("--delivery", row["id"])
        self.assertEqual(len(lines), 3)
        self.assertEqual(lines["e1", "cms"]["delivery"], row["id"])
        self.assertEqual(self.world.run("explain", "--delivery", "99")[0], 4)

    def test_standard_input_and_other_content_under_a_known_name(self):
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json")
        code, out, err = self.world.run("explain", "-", "--json", stdin=json.dumps(event(1, title="changed")))
        self.assertEqual(code, 0, err)
        self.assertEqual(len(out.splitlines()), 3)
        self.assertIn("would be refused", err)

    def test_what_is_wrong_is_said(self):
        self.assertEqual(self.world.run("explain")[0], 2)
        self.assertEqual(self.world.run("explain", "absent.json")[0], 4)
        self.world.write("bad.json", "{broken")
        code, out, err = self.world.run("explain", "bad.json")
        self.assertEqual((code, out), (1, ""), err)
        self.assertEqual(self.world.run("explain", "bad.json", "--delivery", "1")[0], 2)
        self.world.write("one.json", event(1))
        self.assertEqual(self.world.run("explain", "one.json", "--workspace", self.world.path / "absent.db")[0], 3)
        self.assertIn("Example: callboard explain", self.world.ok("explain", "--help"))


if __name__ == "__main__":
    unittest.main()
