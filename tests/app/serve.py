"""serve, emit, nginx: events go in through the door and out to a real receiver, also after a kill."""
import contextlib
import http.client
import json
import pathlib
import re
import unittest

from program import TOKEN, Nginx, World, event, free_port, jsonl


class Serve(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def nginx(self):
        nginx = Nginx(self.world.path)
        self.addCleanup(nginx.close)
        return nginx

    def add(self, name, port, *more, path="/ingest"):
        self.world.ok("target", "add", "--name", name, "--url", f"http://127.0.0.1:{port}{path}", "--allow-private", *more)

    def delivered(self, count):
        return self.world.until(lambda: self.world.counts().get("delivered", 0) >= count, f"{count} deliveries")

    def test_ten_thousand_events_and_a_kill_in_the_middle(self):
        nginx = self.nginx()
        self.add("cms", nginx.port, "--max-in-flight", "6")
        self.world.write("events.jsonl", jsonl(event(n) for n in range(10000)))
        first, door = self.world.serve()
        accepted = self.world.lines("emit", "events.jsonl", "--to", door)[0]
        self.assertEqual((accepted["accepted"], accepted["duplicates"]), (10000, 0))
        self.world.until(lambda: len(nginx.ids()) > 1000, "a thousand requests")
        self.world.kill(first)
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "10000 accepted, 10000 outcomes, 0 unexplained")
        second, _ = self.world.serve()
        self.world.until(lambda: len(set(nginx.ids())) == 10000, "ten thousand distinct requests", 120)
        self.delivered(10000)
        self.assertEqual(self.world.stop(second), 0)
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "10000 accepted, 10000 outcomes, 0 unexplained")
        repeated = len(nginx.ids()) - 10000
        self.assertLessEqual(repeated, 6)  # at most what was in flight when it was killed
        doubtful = self.world.lines("deliveries", "--limit", 20000)
        twice = [row for row in doubtful if row["attempts"] > 1]
        self.assertLessEqual(len(twice), 6)
        for row in twice:
            attempts = self.world.lines("delivery", row["id"])[0]["attemptLog"]
            self.assertEqual([a["outcome"] for a in attempts], ["in-doubt", "delivered"])

    def test_failure_is_mended_and_replayed(self):
        closed = free_port()
        self.add("cms", closed, "--retry", "none")
        process, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        row = self.world.until(lambda: [r for r in self.world.lines("deliveries") if r["state"] == "failed"], "a failure")[0]
        self.assertEqual((row["cause"], row["attempts"], row["status"]), ("refused", 1, None))
        self.assertIn(str(closed), row["error"])
        nginx = self.nginx()
        self.world.ok("target", "set", "cms", "--url", f"http://127.0.0.1:{nginx.port}/ingest")
        replay = self.world.lines("replay", row["id"])[0]
        self.assertEqual(replay["replayOf"], row["id"])
        self.delivered(1)
        self.assertEqual(nginx.ids(), [replay["id"]])
        detail = self.world.lines("delivery", replay["id"])[0]
        self.assertEqual(detail["attemptLog"][0]["status"], 200)
        self.assertIn('"uuid": "asset-1"', detail["attemptLog"][0]["requestBody"])
        self.assertEqual(self.world.stop(process), 0)

    def test_spark_target_sends_the_latest_state_once(self):
        receiver, ready = self.world.start("receiver", "--listen", "127.0.0.1:0", "--json")
        port = int(ready["receiver"].rsplit(":", 1)[1])
        self.add("spark", port, "--preset", "spark", "--coalesce", "2s", path="/yourcallback.py")
        process, door = self.world.serve()
        records = [{"specversion": "1.0", "id": f"r{n}", "source": "/spark", "type": "media.file.rated", "subject": "556114",
                    "data": {"id": "556114", "votecount": n, "user_firstname": "エヴァート"}} for n in range(1, 8)]
        self.world.write("rated.json", records)
        self.world.ok("emit", "rated.json", "--to", door)
        request = json.loads(receiver.stdout.readline())
        self.assertEqual((request["method"], request["path"]), ("POST", "/yourcallback.py"))
        self.assertIn("<votecount>7</votecount>", request["body"])
        self.assertIn("<user_firstname>エヴァート</user_firstname>", request["body"])
        self.assertEqual(dict(request["headers"])["Content-Type"], "application/xml")
        self.delivered(1)
        row = self.world.lines("deliveries")[0]
        self.assertEqual((row["merged"], len(self.world.lines("deliveries"))), (6, 1))
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "7 accepted, 7 outcomes, 0 unexplained")
        self.assertEqual(self.world.stop(process), 0)

    def test_get_target_gets_status_and_end_date_in_the_query(self):
        receiver, ready = self.world.start("receiver", "--listen", "127.0.0.1:0", "--json")
        port = int(ready["receiver"].rsplit(":", 1)[1])
        self.add("get", port, "--method", "GET", path="/cb?asset=7&x=a%20b")
        _, door = self.world.serve()
        self.world.write("one.json", event(1, endDate="2019-02-14T20:43:11.825Z"))
        self.world.ok("emit", "one.json", "--to", door)
        request = json.loads(receiver.stdout.readline())
        self.assertEqual((request["method"], request["body"]), ("GET", ""))
        self.assertTrue(request["path"].startswith("/cb?asset=7&x=a%20b&status=finished&endDate=2019-02-14T20"), request["path"])

    def test_receiver_script_and_retry(self):
        self.world.write("script.json", {"rules": [{"path": "/ingest", "status": 503, "times": 2, "body": "not yet"}]})
        _, ready = self.world.start("receiver", "--listen", "127.0.0.1:0", "--script", "script.json")
        self.add("cms", int(ready["receiver"].rsplit(":", 1)[1]), "--retry", "200ms,200ms")
        _, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.delivered(1)
        detail = self.world.lines("delivery", "1")[0]
        self.assertEqual([a["status"] for a in detail["attemptLog"]], [503, 503, 200])
        self.assertEqual(detail["attemptLog"][0]["responseBody"], "not yet")

    def test_events_emitted_into_the_file_are_taken_up_by_a_running_engine(self):
        nginx = self.nginx()
        self.add("cms", nginx.port)
        self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json")
        self.delivered(1)

    def test_internal_address_needs_the_switch(self):
        nginx = self.nginx()
        self.world.ok("target", "add", "--name", "cms", "--url", f"http://127.0.0.1:{nginx.port}/")
        _, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        row = self.world.until(lambda: [r for r in self.world.lines("deliveries") if r["state"] == "failed"], "a refusal")[0]
        self.assertEqual(row["cause"], "policy")
        self.assertEqual(nginx.ids(), [])

    def test_door_answers_problems(self):
        process, door = self.world.serve()
        host = door.removeprefix("http://")

        def ask(method, path, body=None, **headers):
            connection = http.client.HTTPConnection(host, timeout=10)
            connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
            with contextlib.closing(connection):
                answer = connection.getresponse()
                return answer.status, answer.getheader("Content-Type"), answer.read().decode()

        bearer = {"Authorization": f"Bearer {TOKEN}", "Content_Type": "application/cloudevents+json"}
        self.assertEqual(ask("GET", "/healthz")[0], 200)
        self.assertEqual(ask("POST", "/v1/events", json.dumps(event(1)))[0], 401)
        self.assertEqual(ask("POST", "/v1/events", json.dumps(event(1)), **bearer)[0], 202)
        for status, body, more in ((400, "{", {}), (400, json.dumps({**event(2), "data": 7}), {}), (403, "{}", {"Origin": "https://evil.example"}),
                                   (403, "{}", {"Host": "evil.example"}), (409, json.dumps(event(1, asset="x")), {})):
            got, kind, text = ask("POST", "/v1/events", body, **{**bearer, **more})
            self.assertEqual(got, status, text)
            self.assertEqual(kind, "application/problem+json")
            self.assertTrue(json.loads(text)["detail"])
        self.assertEqual(ask("GET", "/nowhere", **bearer)[0], 404)
        self.assertEqual(self.world.stop(process), 0)

    def test_port_in_use_is_named(self):
        _, door = self.world.serve("--no-dispatch")
        other = World()
        self.addCleanup(other.close)
        code, out, err = other.run("serve", "--listen", door.removeprefix("http://"))
        self.assertEqual((code, out), (1, ""))
        self.assertIn(door.rsplit(":", 1)[1], err)

    def test_second_engine_is_refused_with_who_holds_it(self):
        process, _ = self.world.serve()
        code, _, err = self.world.run("serve", "--listen", "127.0.0.1:0")
        self.assertEqual(code, 3)
        self.assertIn(str(process.pid), err)

    def test_headless_demo(self):
        out = self.world.run("demo", "--headless", "--seconds", "10", "--screenshot", "demo.png")
        self.assertEqual(out[0], 0, out[2])
        self.assertIn("replay of", out[1])
        self.assertRegex(out[2], r"(\d+) accepted, \1 outcomes, 0 unexplained")
        self.assertGreater((self.world.path / "demo.png").stat().st_size, 20000)
        self.assertIsNotNone(re.search(r"delivered .* 200", out[1]))

    def test_no_secret_in_anything_that_is_kept(self):
        nginx = self.nginx()
        self.world.write("token", "Bearer canary-5521")
        self.add("cms", nginx.port, "--secret-header", "Authorization: @token")
        process, door = self.world.serve()
        self.world.write("one.json", event(1))
        self.world.ok("emit", "one.json", "--to", door)
        self.delivered(1)
        self.assertNotIn("canary-5521", self.world.ok("delivery", "1") + self.world.ok("delivery", "1", "--json"))
        arguments = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
        self.assertNotIn(b"canary", arguments)
        self.world.kill(process)  # the write-ahead log stays
        for path in self.world.path.iterdir():
            if path.is_file() and path.name != "token":
                self.assertNotIn(b"canary-5521", path.read_bytes(), path.name)


if __name__ == "__main__":
    unittest.main()
