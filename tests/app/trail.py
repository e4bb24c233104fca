"""Who changed what, from the command line: the trail, a target's revisions, one compared and one restored."""
import os
import pwd
import sqlite3
import unittest

from program import World, event

WHO = pwd.getpwuid(os.geteuid()).pw_name


class Trail(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def trail(self, *options):
        return self.world.lines("trail", *options)

    def refused(self, code, words, *arguments):
        got, out, err = self.world.run(*arguments)
        self.assertEqual((got, out), (code, ""), err)
        self.assertIn(words, err)

    def add(self, name="cms", *options):
        return self.world.lines("target", "add", "--name", name, "--url", f"https://{name}.example/hook", *options)[0]

    def test_every_order_is_one_row(self):
        self.add()
        self.world.ok("target", "set", "cms", "--url", "https://new.example/hook", "--header", "X-A: 1")
        self.world.ok("target", "pause", "cms")
        self.world.ok("target", "resume", "cms")
        self.world.ok("project", "set", "16", "--name", "News")
        self.world.ok("workspace", "retention", "--age", "30d")
        self.world.ok("target", "remove", "cms")
        rows = self.trail()
        self.assertEqual([row["action"] for row in rows],
                         ["target.removed", "settings.changed", "project.saved", "target.enabled", "target.paused",
                          "target.changed", "target.created"])
        for row in rows:
            self.assertEqual(row["actor"], f"{WHO} (command)")
        changed = rows[5]
        self.assertEqual(changed["summary"], "“cms”: address, header X-A")
        self.assertEqual(changed["detail"]["changes"][0],
                         {"field": "url", "before": "https://cms.example/hook", "after": "https://new.example/hook"})
        self.assertEqual(len(self.trail("--subject", "target:1")), 5)
        self.assertEqual(len(self.trail("--limit", "2")), 2)
        self.assertEqual(len(self.trail("--since", "1h")), 7)
        self.assertEqual(self.trail("--since", "2999-01-01T00:00:00Z"), [])
        self.assertEqual(len(self.trail("--search", "x-a NEW.example")), 1)
        text = self.world.ok("trail").splitlines()
        self.assertEqual(len(text), 7)
        self.assertIn("target.changed", text[5])
        self.refused(2, "--since", "trail", "--since", "yesterday")

    def test_the_name_is_not_the_environments(self):
        self.world.env.update(USER="mallory", LOGNAME="mallory")
        self.add()
        self.assertEqual(self.trail()[0]["actor"], f"{WHO} (command)")

    def test_what_a_refused_command_would_have_done_is_not_there(self):
        self.add()
        before = self.trail()
        self.assertNotEqual(self.world.run("target", "add", "--name", "cms", "--url", "https://b.example/")[0], 0)
        self.assertNotEqual(self.world.run("target", "set", "cms", "--max-in-flight", "0")[0], 0)
        self.assertEqual(self.trail(), before)

    def test_an_import_says_from_which_file(self):
        self.world.write("targets.json", [{"url": "https://a.example/"}, {"url": "https://b.example/"}])
        self.world.ok("target", "import", "targets.json")
        rows = self.trail()
        self.assertEqual([row["detail"]["occasion"] for row in rows], ["importing targets.json"] * 2)

    def test_replays_say_how_many_and_by_which_filter(self):
        self.add()
        self.world.write("events.json", [event(n) for n in range(1, 4)])
        self.world.ok("emit", "events.json")
        self.world.ok("replay", "--state", "queued", "--yes")
        row = self.trail()[0]
        self.assertEqual(row["action"], "deliveries.replayed")
        self.assertEqual((row["detail"]["count"], row["detail"]["ids"]), (3, "1-3"))
        self.assertEqual(row["detail"]["occasion"], "state:queued")
        self.world.ok("replay", "1")
        self.assertEqual(self.trail()[0]["subject"], "delivery:1")

    def test_revisions_are_listed_compared_and_restored(self):
        self.add()
        self.world.ok("target", "set", "cms", "--max-in-flight", "3")
        self.world.ok("target", "set", "cms", "--url", "https://new.example/hook", "--name", "renamed")
        history = self.world.lines("target", "history", "renamed")
        self.assertEqual([one["revision"] for one in history], [3, 2, 1])
        self.assertEqual([change["field"] for change in history[0]["changes"]], ["name", "url"])
        self.assertEqual(history[2]["changes"], [])
        self.assertEqual(history[0]["definition"]["url"], "https://new.example/hook")
        self.assertEqual(len(self.world.lines("target", "history", "renamed", "--limit", "1")), 1)
        found = self.world.lines("target", "compare", "renamed", "1")
        self.assertEqual([one["field"] for one in found], ["name", "url", "maxInFlight"])
        found = self.world.lines("target", "compare", "renamed", "1", "2")
        self.assertEqual(found, [{"field": "maxInFlight", "before": "8", "after": "3"}])
        self.assertEqual(self.world.ok("target", "compare", "renamed", "3").strip(), "Nothing differs.")
        self.assertEqual(self.world.ok("target", "compare", "renamed", "1", "2").strip(), "requests at a time: 8 → 3")
        made = self.world.lines("target", "restore", "renamed", "1")[0]
        self.assertEqual((made["name"], made["url"], made["maxInFlight"], made["revision"]),
                         ("cms", "https://cms.example/hook", 8, 4))
        row = self.trail()[0]
        self.assertEqual(row["action"], "target.restored")
        self.assertEqual(row["detail"]["occasion"], "restoring revision 1 of target 1")
        self.refused(4, "Revision 9", "target", "restore", "cms", "9")
        self.refused(4, "Revision 9", "target", "compare", "cms", "9")
        self.refused(4, "no target", "target", "history", "nobody")

    def test_a_removed_target_is_made_anew(self):
        self.add()
        self.world.ok("target", "remove", "cms")
        self.assertEqual(len(self.world.lines("target", "history", "1")), 1)
        made = self.world.lines("target", "restore", "1", "1")[0]
        self.assertEqual((made["id"], made["name"]), (2, "cms"))

    def test_secrets_are_those_of_today_or_named(self):
        self.world.write("secret.txt", "canary-one")
        self.add("cms", "--secret-header", "Authorization: @secret.txt")
        self.world.write("secret.txt", "canary-two")
        self.world.ok("target", "set", "cms", "--secret-header", "Authorization: @secret.txt")
        self.assertEqual(self.world.ok("target", "compare", "cms", "1").strip(), "header Authorization: another secret")
        self.world.ok("target", "set", "cms", "--url", "https://b.example/")
        self.world.ok("target", "restore", "cms", "1")
        self.assertEqual(self.trail()[0]["detail"]["changes"],
                         [{"field": "url", "before": "https://b.example/", "after": "https://cms.example/hook"}])
        self.world.ok("target", "remove", "cms")
        self.refused(1, "header Authorization", "target", "restore", "1", "1")
        for file in self.world.path.glob("w.db*"):
            self.assertNotIn(b"canary-", file.read_bytes())
        for said in (self.world.ok("trail", "--json"), self.world.ok("target", "history", "1", "--json")):
            self.assertNotIn("canary-", said)

    def test_the_attempt_names_its_revision(self):
        receiver, ready = self.world.start("receiver", "--listen", "127.0.0.1:0")
        self.world.lines("target", "add", "--name", "cms", "--url", ready["receiver"] + "/", "--allow-private")
        self.world.ok("target", "set", "cms", "--max-in-flight", "3")
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json")
        self.world.serve()
        self.world.until(lambda: self.world.lines("deliveries")[0]["state"] == "delivered", "the delivery")
        self.assertIn("by revision 2 of the target", self.world.ok("delivery", "1"))
        self.assertEqual(self.world.lines("delivery", "1")[0]["attemptLog"][0]["targetRevision"], 2)

    def test_a_tampered_row_is_named(self):
        for name in ("a", "b", "c"):
            self.add(name)
        said = self.world.lines("workspace", "verify")[0]
        self.assertTrue(said["sound"])
        self.assertRegex(said["trailHead"], "^[0-9a-f]{64}$")
        with sqlite3.connect(self.world.workspace) as db:
            db.execute("UPDATE trail SET actor = 'mallory (command)' WHERE id = 2")
        code, out, err = self.world.run("workspace", "verify")
        self.assertEqual(code, 1)
        self.assertIn("Row 2 of the trail was changed", err)

    def test_a_workspace_from_before_keeps_what_it_had(self):
        self.add()
        with sqlite3.connect(self.world.workspace) as db:  # as a schema without revisions left it
            db.execute("DELETE FROM target_revision")
        self.assertEqual([one["actor"] for one in self.world.lines("target", "history", "cms")], [""])
        self.world.ok("target", "set", "cms", "--max-in-flight", "3")
        history = self.world.lines("target", "history", "cms")
        self.assertEqual([(one["revision"], one["actor"]) for one in history], [(2, f"{WHO} (command)"), (1, "")])
        self.assertEqual(history[1]["definition"]["maxInFlight"], 8)

    def test_pruning_by_hand_is_recorded(self):
        self.add()
        self.world.ok("workspace", "prune", "--older-than", "1d", "--yes")
        self.assertEqual(self.trail()[0]["action"], "history.pruned")


if __name__ == "__main__":
    unittest.main()
