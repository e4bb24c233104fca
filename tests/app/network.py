"""Where callbacks of the real program may go: addresses, ports, its own door, round in a circle, elsewhere by a redirect."""
import base64
import http.server
import json
import threading
import unittest
import urllib.error
import urllib.request

from program import TOKEN, World, event, jsonl

CANARY = "canary-in-the-url-81c4"


class Listening(http.server.ThreadingHTTPServer):
    """Keeps what it was asked; `answer(path, headers, body)` gives status, headers, body."""

    def __init__(self, answer=lambda *_: (200, {}, b"ok")):
        outer = self
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                outer.requests.append((self.path, headers, body))
                status, more, text = answer(self.path, headers, body)
                self.send_response(status)
                for name, value in {**more, "Content-Length": str(len(text))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PUT = any

            def log_message(self, *_):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()


def post(url, body, headers):
    """(status, answer)"""
    request = urllib.request.Request(url, body, {"Authorization": f"Bearer {TOKEN}", **headers}, method="POST")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


class Case(unittest.TestCase):
    def setUp(self):
        self.world = self.another_world()

    def another_world(self):
        world = World()
        self.addCleanup(world.close)
        world.write("token", "Bearer " + TOKEN)
        world.write("password", CANARY)
        return world

    def server(self, *answer):
        server = Listening(*answer)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server

    def publish(self, door, *urls):
        body = {"parameters": {"input": {"urlPath": "http://s.example/v.mp4"}, "callbacks": [{"url": url} for url in urls]}}
        status, answer = post(door + "/assets", json.dumps(body).encode(), {"Content-Type": "application/json"})
        return status, json.loads(answer)

    def emit(self, door, *events, world=None):
        world = world or self.world
        world.write("events.jsonl", jsonl(events))
        return world.lines("emit", "events.jsonl", "--to", door)[0]

    def ended(self, world=None, **counts):
        world = world or self.world
        world.until(lambda: world.counts() == counts, f"{counts}")

    def last_attempt(self, row, world=None):
        return (world or self.world).lines("delivery", row["id"])[0]["attemptLog"][-1]


class Published(Case):
    def test_addresses_inside_are_refused_where_they_are_written_out(self):
        process, door = self.world.serve()
        for host in ("127.0.0.1:9000", "localhost:9000", "2130706433", "[::1]", "[::ffff:10.0.0.1]", "10.0.0.1", "100.64.0.1",
                     "169.254.169.254", "[fe80::1]", "[64:ff9b::a9fe:a9fe]", "224.0.0.1", "0.0.0.0"):
            with self.subTest(host):
                status, problem = self.publish(door, "https://cms.example/", f"http://{host}/x")
                self.assertEqual(status, 400)
                self.assertIn("parameters.callbacks[1].url: ", problem["detail"])
        self.assertEqual(self.world.lines("target", "list"), [])
        self.assertEqual(self.world.stop(process), 0)

    def test_ports(self):
        process, door = self.world.serve()
        for url in ("https://cms.example:8443/", "http://cms.example/", "https://cms.example/"):
            self.assertEqual(self.publish(door, url)[0], 201, url)
        for port in (0, 1, 22, 25, 81, 444, 1023, 6667):
            status, problem = self.publish(door, f"https://cms.example:{port}/")
            self.assertEqual(status, 400, port)
            self.assertIn("parameters.callbacks[0].url: ", problem["detail"])
        self.assertEqual(self.world.stop(process), 0)
        _, door = self.world.serve("--callback-ports", "443, 9000-9099")
        for url, status in (("https://cms.example/", 201), ("http://cms.example:9001/", 201), ("http://cms.example/", 400),
                            ("https://cms.example:8443/", 400)):
            self.assertEqual(self.publish(door, url)[0], status, url)
        self.assertIn("443, 9000-9099", self.publish(door, "http://cms.example/")[1]["detail"])

    def test_ports_that_are_none_are_named(self):
        for ports in (",", "http", "0", "90-80", "443,25"):
            code, _, err = self.world.run("serve", "--listen", "127.0.0.1:0", "--for", "1s", f"--callback-ports={ports}")
            self.assertEqual((code, len(err.splitlines())), (2, 1), (ports, err))
            self.assertIn("--callback-ports", err)


class Forbidden(Case):
    def test_no_target_goes_to_another_protocols_port(self):
        self.world.ok("target", "add", "--name", "there", "--url", "https://cms.example/")
        for port in (1, 22, 25, 143, 6000, 6667):
            code, _, err = self.world.run("target", "add", "--url", f"http://10.0.0.1:{port}/", "--allow-private")
            self.assertEqual(code, 2, err)
            self.assertIn(f"Port {port} ", err)
        self.assertEqual([target["name"] for target in self.world.lines("target", "list")], ["there"])


class Loop(Case):
    def add_peer(self, world, name, url, *more):
        world.ok("target", "add", "--name", name, "--url", url, "--allow-private", "--format", "cloudevents", "--retry", "none",
                 "--secret-header", "Authorization: @token", *more)

    def test_its_own_door_is_not_called(self):
        process, door = self.world.serve()
        port = door.rsplit(":", 1)[1]
        self.add_peer(self.world, "self", door + "/v1/events")
        self.add_peer(self.world, "by name", f"http://localhost:{port}/v1/events?x=1")
        self.add_peer(self.world, "mapped", f"http://[::ffff:127.0.0.1]:{port}/v1/events")
        self.add_peer(self.world, "pipelining", door + "/v1/events?x=2", "--pipelining")
        self.add_peer(self.world, "assets", door + "/assets")
        self.emit(door, event(1))
        self.ended(failed=5)
        for row in self.world.lines("deliveries"):
            self.assertEqual(row["cause"], "policy")
            self.assertIn("That is Callboard's own door;", row["error"])
        self.assertEqual(self.world.stop(process), 0)
        self.assertEqual(self.world.ok("audit").splitlines()[-1], "5 accepted, 5 outcomes, 0 unexplained")

    def test_another_receiver_at_this_machine_is_called(self):
        receiver = self.server()
        process, door = self.world.serve()
        self.add_peer(self.world, "cms", receiver.url + "/in")
        self.emit(door, event(1))
        self.ended(delivered=1)
        self.assertEqual([headers["callboard-hops"] for _, headers, _ in receiver.requests], ["1"])
        self.assertEqual(self.world.stop(process), 0)

    def test_two_workspaces_that_call_each_other_stop(self):
        """The same event comes back: a duplicate, which calls nobody."""
        other = self.another_world()
        _, there = other.serve()
        process, here = self.world.serve()
        for world, door in ((self.world, there), (other, here)):
            self.add_peer(world, "peer", door + "/v1/events")
        self.emit(here, event(1))
        for world in (other, self.world):
            self.ended(world, delivered=1)
        self.assertEqual(self.world.stop(process), 0)
        [row] = other.lines("deliveries")
        self.assertEqual(json.loads(self.last_attempt(row, other)["responseBody"])["duplicates"], 1)

    def renaming(self, door, names=iter(range(10**6))):
        """Passes an event on to a door as one that nobody has seen, with all that its request said."""

        def pass_on(_, headers, body):
            renamed = json.dumps({**json.loads(body), "id": f"renamed-{next(names)}"}).encode()
            kept = {name: headers[name] for name in ("content-type", "callboard-hops") if name in headers}
            status, answer = post(door + "/v1/events", renamed, kept)
            return status, {"Content-Type": "application/json"}, answer

        return self.server(pass_on)

    def test_a_circle_of_ever_new_events_ends(self):
        other = self.another_world()
        stopping, there = other.serve()
        process, here = self.world.serve()
        self.add_peer(self.world, "peer", self.renaming(there).url)
        self.add_peer(other, "peer", self.renaming(here).url)
        self.emit(here, event(1))
        self.ended(self.world, delivered=2)  # it came with 0 and with 2
        self.ended(other, delivered=1, failed=1)  # with 1 and with 3, and 4 is not taken
        [last] = other.lines("deliveries", "--state", "failed")
        self.assertEqual(last["status"], 508)
        self.assertEqual(json.loads(self.last_attempt(last, other)["responseBody"])["title"], "Loop Detected")
        self.assertEqual([self.world.stop(process), other.stop(stopping)], [0, 0])  # nothing is under way any more
        for world in (self.world, other):
            self.assertTrue(world.ok("audit").splitlines()[-1].endswith("0 unexplained"))

    def test_a_replay_comes_from_as_far_as_what_it_repeats(self):
        other = self.another_world()
        receiver = self.server()
        process, there = other.serve()
        self.add_peer(other, "end", receiver.url)
        status, _ = post(there + "/v1/events", json.dumps(event(1)).encode(),
                         {"Content-Type": "application/cloudevents+json", "Callboard-Hops": "3"})
        self.assertEqual(status, 202)
        self.ended(other, delivered=1)
        other.ok("replay", "1", "--yes")
        self.ended(other, delivered=2)
        self.assertEqual([headers["callboard-hops"] for _, headers, _ in receiver.requests], ["4", "4"])
        self.assertEqual(other.stop(process), 0)


class Redirects(Case):
    def test_they_carry_nothing_anywhere(self):
        elsewhere = self.server()
        receiver = self.server(lambda path, *_: (int(path[1:4]), {"Location": elsewhere.url + path}, b""))
        _, door = self.world.serve()
        count = 0
        for status in (301, 302, 303, 307, 308):
            for more in ((), ("--pipelining",), ("--method", "GET")):
                self.world.ok("target", "add", "--name", f"{status}{more}", "--url", f"{receiver.url}/{status}", "--allow-private",
                              "--retry", "none", "--secret-header", "X-Api-Key: @password", "--secret-header",
                              "Authorization: @token", *more)
                count += 1
        self.emit(door, event(1))
        self.ended(failed=count)
        self.assertEqual(len(receiver.requests), count)
        statuses = [row["status"] for row in self.world.lines("deliveries")]
        self.assertEqual(sorted(statuses), sorted([301, 302, 303, 307, 308] * 3))
        for _, headers, _ in receiver.requests:
            self.assertEqual((headers["x-api-key"], headers["authorization"]), (CANARY, "Bearer " + TOKEN))
        self.assertEqual(elsewhere.requests, [])


class Credentials(Case):
    BASIC = "Basic " + base64.b64encode(f"me:{CANARY}".encode()).decode()

    def nowhere_in_the_clear(self, *said):
        kept = {path.name: path.read_bytes() for path in self.world.path.rglob("*")
                if path.is_file() and path.name not in ("password", "definition.json")}
        self.assertTrue({"w.db", "stderr.txt"} <= set(kept), set(kept))
        encoded = self.BASIC.split()[1].encode()
        for where, content in [*kept.items(), *enumerate(text.encode() for text in said)]:
            self.assertNotIn(CANARY.encode(), content, where)
            self.assertNotIn(encoded, content, where)

    def said(self):
        commands = [("target", "list"), ("target", "export"), ("target", "show", "1"), ("deliveries",), ("delivery", "1")]
        return ["".join(self.world.run(*command, *more)[1:]) for command in commands for more in ((), ("--json",))]

    def with_credentials(self, receiver):
        return receiver.url.replace("http://", f"http://me:{CANARY}@") + "/in"

    def test_of_a_published_callback(self):
        receiver = self.server()
        process, door = self.world.serve("--private-callbacks")
        status, made = self.publish(door, self.with_credentials(receiver))
        self.assertEqual(status, 201, made)
        self.assertEqual(made["callbacks"][0]["url"], receiver.url + "/in")
        self.emit(door, event(1, made["uuid"]))
        self.ended(delivered=1)
        self.assertEqual([headers["authorization"] for _, headers, _ in receiver.requests], [self.BASIC])
        said = self.said()
        self.world.kill(process)  # the write-ahead log stays
        self.nowhere_in_the_clear(json.dumps(made), *said)

    def test_of_an_imported_definition(self):
        receiver = self.server()
        self.world.write("definition.json", [{"url": self.with_credentials(receiver), "name": "cms", "allowPrivate": True}])
        code, out, err = self.world.run("target", "import", "definition.json")
        self.assertEqual(code, 0, err)
        self.assertIn("moved into Basic authentication", err)
        process, door = self.world.serve()
        self.emit(door, event(1))
        self.ended(delivered=1)
        self.assertEqual([headers["authorization"] for _, headers, _ in receiver.requests], [self.BASIC])
        said = self.said()
        self.world.kill(process)
        self.nowhere_in_the_clear(out, err, *said)

    def test_on_a_command_line_they_are_refused(self):
        self.world.start("serve", "--listen", "127.0.0.1:0")
        said = []
        for command in (("target", "add", "--url"), ("target", "add", "--name", "x", "--url")):
            for url in (f"https://me:{CANARY}@cms.example/", f"https://{CANARY}@cms.example/", f"ftp://me:{CANARY}@cms.example/",
                        f"https:///me:{CANARY}@x", f"https://me:{CANARY}@cms.example:99999/"):
                code, out, err = self.world.run(*command, url)
                self.assertEqual(code, 2, (url, err))
                said.append(out + err)
        self.assertIn("--auth basic", said[0])
        self.assertEqual(self.world.lines("target", "list"), [])
        self.nowhere_in_the_clear(*said)


class InTheClear(Case):
    def warned(self, *arguments):
        code, _, err = self.world.run("target", "add", *arguments)
        self.assertEqual(code, 0, err)
        return "travels unencrypted" in err

    def test_a_secret_over_http_is_warned_of(self):
        secret = ("--secret-header", "Authorization: @token")
        self.assertTrue(self.warned("--name", "a", "--url", "http://cms.example/", *secret))
        self.assertFalse(self.warned("--name", "b", "--url", "https://cms.example/", *secret))
        self.assertFalse(self.warned("--name", "c", "--url", "http://10.0.0.1/", "--allow-private", *secret))
        self.assertFalse(self.warned("--name", "d", "--url", "http://cms.example/"))
        self.assertFalse(self.warned("--name", "e", "--url", "mailto:ops@cms.example"))


if __name__ == "__main__":
    unittest.main()
