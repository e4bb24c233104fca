"""Both documents' platforms around the real program: publishing, encoders, mail, projects, drop folder, refresh."""
import base64
import contextlib
import http.server
import json
import os
import pathlib
import re
import socket
import subprocess
import threading
import unittest
import urllib.error
import urllib.request

from mailserver import MailServer, content
from program import SOURCES, TOKEN, World, event, jsonl

SAMPLES = SOURCES / "resources/samples"


class Answering(http.server.ThreadingHTTPServer):
    """An HTTP server that keeps what it was asked and answers what the test says."""

    def __init__(self, answer):
        outer = self
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.requests.append((self.command, self.path, dict(self.headers), body))
                status, kind, text = answer(self.command, self.path)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PUT = any

            def log_message(self, *_):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()


def call(method, url, body=None, **headers):
    """(status, answer)"""
    data = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
    request = urllib.request.Request(url, data, {k.replace("_", "-"): v for k, v in headers.items()}, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=20) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read() or b"null")


BEARER = {"Authorization": f"Bearer {TOKEN}"}
JSON = {**BEARER, "Content_Type": "application/json"}


class Platforms(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def server(self, answer=lambda *_: (200, "text/plain", b"ok")):
        server = Answering(answer)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server

    def publish(self, door, callbacks, url="http://someserver.com/VideoSample.mp4"):
        status, made = call("POST", door + "/assets", {"parameters": {"input": {"urlPath": url}, "callbacks": callbacks}}, **JSON)
        self.assertEqual(status, 201, made)
        return made["uuid"]

    def until(self, condition, what):
        return self.world.until(condition, what, 30)

    def delivered(self, count):
        return self.until(lambda: self.world.counts().get("delivered", 0) >= count, f"{count} deliveries")

    def test_publishing_and_its_callbacks(self):
        receiver = self.server()
        process, door = self.world.serve("--private-callbacks")
        asset = self.publish(door, [{"url": receiver.url + "/ingest", "headers": [
            {"name": "Authorization", "value": "Bearer <JWT TOKEN>"}, {"name": "X-Custom-Header", "value": "X-Custom-Header-Value"}],
            "method": "POST"}])
        status, known = call("GET", f"{door}/assets/{asset}", **BEARER)
        self.assertEqual((status, known["uuid"], known["status"]), (200, asset, "queued"))
        self.assertEqual(known["callbacks"][0]["headers"][0]["value"], "•••")
        self.assertEqual(known["callbacks"][0]["headers"][1]["value"], "X-Custom-Header-Value")
        self.world.write("other.json", event(1, "another-asset"))
        self.world.write("own.json", event(2, asset))
        self.world.ok("emit", "other.json", "--to", door)
        self.world.ok("emit", "own.json", "--to", door)
        self.delivered(1)
        self.assertEqual(len(receiver.requests), 1)
        method, path, headers, body = receiver.requests[0]
        self.assertEqual((method, path, headers["Authorization"]), ("POST", "/ingest", "Bearer <JWT TOKEN>"))
        self.assertEqual(headers["X-Custom-Header"], "X-Custom-Header-Value")
        self.assertEqual(json.loads(body)["uuid"], asset)
        self.assertEqual(call("GET", f"{door}/assets/{asset}", **BEARER)[1]["status"], "finished")
        self.assertEqual(call("GET", f"{door}/assets/nobody", **BEARER)[0], 404)
        self.assertEqual(call("POST", door + "/assets", {"parameters": {"callbacks": "all"}}, **JSON)[0], 400)
        self.assertEqual(call("GET", f"{door}/assets/{asset}")[0], 401)
        self.assertEqual(self.world.stop(process), 0)

    def test_callbacks_from_the_door_do_not_reach_inside(self):
        receiver = self.server()
        _, door = self.world.serve()
        body = {"parameters": {"input": {"urlPath": "http://s.example/v.mp4"}, "callbacks": [{"url": receiver.url}]}}
        status, problem = call("POST", door + "/assets", body, **JSON)
        self.assertEqual(status, 400)
        self.assertIn("parameters.callbacks[0].url: 127.0.0.1 may not be called", problem["detail"])
        asset = self.publish(door, [{"url": receiver.url, "source": "encoder"}])  # it is the encoder's to call
        self.world.ok("target", "set", "1", "--source", "lightflow")  # and now it is ours
        self.world.write("own.json", event(1, asset))
        self.world.ok("emit", "own.json", "--to", door)
        row = self.until(lambda: [r for r in self.world.lines("deliveries") if r["state"] == "failed"], "a refusal")[0]
        self.assertEqual(row["cause"], "policy")
        self.assertEqual(receiver.requests, [])

    def test_zencoders_notification_fires_the_assets_callbacks(self):
        receiver = self.server()
        self.world.write("secret.txt", "zen-secret")
        self.world.ok("encoder", "set", "zencoder", "--notification-secret", "@secret.txt")
        _, door = self.world.serve("--private-callbacks")
        asset = self.publish(door, [{"url": receiver.url + "/done"}])
        body = (SAMPLES / "zencoder-job-notification.json").read_bytes()
        path = f"{door}/v1/encoders/zencoder/{asset}"
        self.assertEqual(call("POST", path, body, X_Zencoder_Notification_Secret="wrong")[0], 401)
        status, answer = call("POST", path, body, X_Zencoder_Notification_Secret="zen-secret", Content_Type="application/json")
        self.assertEqual((status, answer["matched"], answer["repeated"]), (202, True, False))
        self.delivered(1)
        told = json.loads(receiver.requests[0][3])
        self.assertEqual((told["uuid"], told["status"], told["assetName"]), (asset, "finished", "VideoSample.mp4"))
        basic = "Basic " + base64.b64encode(f"zencoder:{TOKEN}".encode()).decode()
        status, answer = call("POST", path, body, Authorization=basic, Content_Type="application/json")
        self.assertEqual((status, answer["repeated"], answer["events"]), (202, True, 0))
        self.assertEqual(len(receiver.requests), 1)

    def test_brightcove_sets_externalid_and_fires_the_fourth_event(self):
        receiver = self.server()
        project = self.world.lines("project", "set", "16", "--name", "Testing", "--media-callback-url", receiver.url + "/yourcallback.py")[0]
        self.world.ok("target", "set", project["target"], "--allow-private", "--coalesce", "0s", "--no-pipelining")
        _, door = self.world.serve()
        record = {"id": 556114, "vhost": 16, "title": "Test 7 : single + empty", "externalid": ""}
        self.world.write("rated.json", {"specversion": "1.0", "id": "e1", "source": "/spark", "type": "media.file.rated",
                                        "subject": "556114", "data": record})
        self.world.ok("emit", "rated.json", "--to", door)
        self.delivered(1)
        body = (SAMPLES / "brightcove-title-create.json").read_bytes()
        status, answer = call("POST", f"{door}/v1/encoders/brightcove/556114", body, **JSON)
        self.assertEqual((status, answer["matched"], answer["events"]), (202, True, 1))
        self.delivered(2)
        self.assertIn(b"<externalid>5660367449001</externalid>", receiver.requests[1][3])
        self.assertEqual(receiver.requests[1][1], "/yourcallback.py")

    def test_unmatched_notification_is_kept_and_assigned(self):
        receiver = self.server()
        _, door = self.world.serve("--private-callbacks")
        asset = self.publish(door, [{"url": receiver.url}])
        body = (SAMPLES / "zencoder-job-notification.json").read_bytes()
        status, answer = call("POST", f"{door}/v1/encoders/zencoder", body, **JSON)
        self.assertEqual((status, answer["matched"]), (202, False))
        kept = self.world.lines("asset", "unmatched")
        self.assertEqual([(n["job"], n["state"]) for n in kept], [("172151", "finished")])
        self.world.ok("asset", "assign", kept[0]["id"], asset)
        self.delivered(1)
        self.assertEqual(self.world.lines("asset", "unmatched"), [])

    def test_encoder_callbacks_are_handed_over_and_never_sent(self):
        zencoder = self.server(lambda *_: (201, "application/json", b'{"id": 4711, "outputs": []}'))
        self.world.write("key.txt", "zen-key")
        self.world.ok("encoder", "set", "zencoder", "--api-key", "@key.txt", "--base-url", zencoder.url)
        receiver = self.server()
        process, door = self.world.serve("--private-callbacks")
        asset = self.publish(door, [{"url": "https://callback.example/ours-to-hand-over", "source": "encoder"},
                                    {"url": receiver.url + "/ours-to-send", "source": "lightflow"}])
        handed = json.loads(self.world.ok("encoder", "notifications", asset))
        self.assertEqual(len(handed["notifications"]), 1)
        self.assertIn("ours-to-hand-over", json.dumps(handed))
        self.world.ok("encoder", "submit", asset)
        method, path, headers, body = zencoder.requests[0]
        self.assertEqual((method, path, headers["Zencoder-Api-Key"]), ("POST", "/api/v2/jobs", "zen-key"))
        self.assertEqual(json.loads(body)["input"], "http://someserver.com/VideoSample.mp4")
        self.assertEqual(json.loads(body)["pass_through"], asset)
        self.assertEqual(json.loads(body)["notifications"], ["https://callback.example/ours-to-hand-over"])
        self.world.write("own.json", event(1, asset))
        self.world.ok("emit", "own.json", "--to", door)
        self.delivered(1)
        self.assertEqual([r[1] for r in receiver.requests], ["/ours-to-send"])
        # The job's id is known from now on.
        notification = json.loads((SAMPLES / "zencoder-job-notification.json").read_text())
        notification["job"]["id"] = 4711
        self.assertEqual(call("POST", f"{door}/v1/encoders/zencoder", notification, **JSON)[1]["asset"], asset)
        self.assertNotIn("zen-key", self.world.workspace.read_bytes().decode("latin-1"))
        self.assertEqual(self.world.stop(process), 0)

    def test_what_the_encoder_cannot_do_is_an_error_with_a_way_out(self):
        self.world.ok("target", "add", "--name", "put", "--url", "https://a.example", "--method", "PUT", "--source", "encoder")
        self.world.write("e.json", event(1, "a"))
        self.world.ok("emit", "e.json")
        code, _, err = self.world.run("encoder", "notifications", "a")
        self.assertEqual(code, 1)
        self.assertIn("PUT", err)
        self.assertIn("--relay", err)

    def test_mail_is_delivered(self):
        mail = MailServer(self.world.path)
        self.addCleanup(mail.close)
        self.world.ok("target", "add", "--name", "johndoe", "--url", "mailto:johndoe@epiclabs.io?cc=ops@epiclabs.io")
        process, door = self.world.serve("--mail", f"smtp://127.0.0.1:{mail.port}?from=callboard@epiclabs.io")
        self.world.write("e.json", event(1, "a1", assetName="T1S03\r\nBcc: victim@epiclabs.io"))
        self.world.ok("emit", "e.json", "--to", door)
        self.delivered(1)
        kept = mail.mails()[0]
        self.assertEqual(kept["recipients"], ["johndoe@epiclabs.io", "ops@epiclabs.io"])
        headers = dict(kept["headers"])
        row = self.world.lines("deliveries")[0]
        self.assertTrue(headers["Message-ID"].startswith(f"<{row['id']}@"), headers)
        self.assertNotIn("Bcc", headers)
        parts = {part["type"]: part for part in kept["parts"]}
        self.assertEqual(json.loads(content(parts["application/json"]))["uuid"], "a1")
        self.assertIn("T1S03", content(parts["text/plain"]))
        self.assertIn("T1S03", content(parts["text/html"]))
        self.assertEqual(row["status"], 250)
        self.assertEqual(self.world.stop(process), 0)

    def test_drop_folder(self):
        receiver = self.server()
        self.world.ok("target", "add", "--name", "site", "--url", receiver.url, "--allow-private", "--preset", "spark", "--coalesce", "0s",
                      "--no-pipelining")
        folder = self.world.path / "drop"
        folder.mkdir()
        process, _ = self.world.serve("--drop", folder)

        def drop(name, text):
            (folder / (name + ".part")).write_text(text)
            (folder / (name + ".part")).rename(folder / name)
            self.until(lambda: (folder / "done" / name).exists() or (folder / "rejected" / name).exists(), f"{name} taken")
            return (folder / "done" / name).exists()

        record = (SAMPLES / "spark-media-callback.xml").read_text()
        self.assertTrue(drop("1.xml", record))
        self.assertTrue(drop("2.xml", record.replace("<moderationstatus>0<", "<moderationstatus>2<")))
        self.delivered(1)
        self.assertIn(b"<moderationstatus>2</moderationstatus>", receiver.requests[0][3])
        self.assertEqual(self.world.lines("deliveries")[0]["event"], "media.file.moderated")
        self.assertTrue(drop("3.json", json.dumps(event(3, "556114", "media.file.rated"))))
        self.assertFalse(drop("4.json", '{"specversion": "1.0",\n "id": }'))
        self.assertIn("line 2", (folder / "rejected" / "4.json.reason.txt").read_text())
        self.delivered(2)
        self.assertEqual(self.world.stop(process), 0)

    def test_latest_state_on_demand(self):
        newer = {"uuid": "a1", "assetName": "T1S03", "status": "finished", "duration": 121}
        platform = self.server(lambda *_: (200, "application/json", json.dumps(newer).encode()))
        receiver = self.server()
        self.world.write("token.txt", "platform-token")
        self.world.ok("platform", "set", "lightflow", "--base-url", platform.url, "--key", "@token.txt", "--allow-private")
        self.world.ok("target", "add", "--name", "cms", "--url", receiver.url, "--allow-private")
        _, door = self.world.serve()
        self.world.write("e.json", event(1, "a1", duration=120))
        self.world.ok("emit", "e.json", "--to", door)
        self.delivered(1)
        differs = {change["field"]: change["after"] for change in self.world.lines("asset", "refresh", "a1")}
        self.assertEqual(differs["duration"], "121")
        self.assertEqual(platform.requests[0][1], "/assets/a1")
        self.assertEqual(platform.requests[0][2]["Authorization"], "Bearer platform-token")
        first = self.world.lines("deliveries")[0]["id"]
        self.world.ok("replay", first)
        self.delivered(2)
        self.assertEqual(receiver.requests[1][3], receiver.requests[0][3])
        self.world.ok("replay", first, "--latest")
        self.delivered(3)
        self.assertEqual(json.loads(receiver.requests[2][3])["duration"], 121)
        contents = [row["replayContent"] for row in self.world.lines("deliveries")]
        self.assertEqual(contents, ["latest-state", "same-bytes", None])

    def test_the_documents_own_curl_command(self):
        """As it stands, faults and all: imported with its repairs named; sent to the door mended."""
        code, out, err = self.world.run("target", "import", SAMPLES / "lightflow-publish-request.curl.txt", "--json")
        self.assertEqual(code, 0, err)
        self.assertEqual(json.loads(out)["url"], "https://callback.epiclabs/ingest")
        self.assertIn("Repaired 30:16: trailing comma", err)
        _, door = self.world.serve()
        body = {"parameters": {"input": {"urlPath": "http://someserver.com/VideoSample.mp4"},
                               "perceptual-quality": {"h264": {"maxBitrate": 8000, "minBitrate": 250, "maxResolution": 1080, "targetQuality": 100}},
                               "callbacks": [{"url": "https://callback.epiclabs/ingest", "headers": [
                                   {"name": "Authorization", "value": "Bearer <JWT TOKEN>"},
                                   {"name": "X-Custom-Header", "value": "X-Custom-Header-Value"}], "method": "POST"}]}}
        done = subprocess.run(["curl", "-sS", "--noproxy", "*", "-XPOST", door + "/assets", "-H", f"authorization: Bearer {TOKEN}", "-H",
                               "content-type: application/json", "-d", json.dumps(body)], capture_output=True, text=True, check=True)
        made = json.loads(done.stdout)
        self.assertRegex(made["uuid"], r"^[0-9a-f-]{36}$")
        self.assertEqual((made["callbacks"][0]["url"], made["callbacks"][0]["method"]), ("https://callback.epiclabs/ingest", "POST"))

    def test_urgent_trigger_goes_at_once(self):
        receiver = self.server()
        self.world.ok("target", "add", "--name", "site", "--url", receiver.url, "--allow-private", "--preset", "spark", "--urgent", "moderation")
        _, door = self.world.serve()
        for number in range(3):
            self.world.write("r.json", event(number, "556114", "media.file.rated", votecount=number))
            self.world.ok("emit", "r.json", "--to", door)
        self.world.write("d.json", event(9, "556114", "media.file.moderated", moderationstatus=2))
        self.world.ok("emit", "d.json", "--to", door)
        self.delivered(1)
        row = self.world.lines("deliveries")[0]
        self.assertEqual((row["merged"], row["window"]), (3, "1m"))
        self.assertIn("urgent", row["windowReason"])
        self.assertIn(b"<moderationstatus>2<", receiver.requests[0][3])

    def tell(self, door, asset, kind, data, **more):
        """One event of an asset, by the door."""
        self.told = getattr(self, "told", 0) + 1
        told = {"specversion": "1.0", "id": f"t{self.told}", "source": "/e2e", "type": kind, "subject": asset, "data": data, **more}
        status, answer = call("POST", door + "/v1/events", told, **JSON)
        self.assertEqual(status, 202, answer)

    def test_a_callback_of_nothing_but_its_url(self):
        """Every optional field left out: POST, no header of its own, ours to send, on success and on failure, not on progress."""
        receiver = self.server()
        _, door = self.world.serve("--private-callbacks")
        asset = self.publish(door, [{"url": receiver.url + "/ingest"}])
        known = call("GET", f"{door}/assets/{asset}", **BEARER)[1]["callbacks"][0]
        self.assertEqual((known["method"], known["source"]), ("POST", "lightflow"))
        self.tell(door, asset, "media.encoding.progress", {"uuid": asset, "status": "running"})
        self.tell(door, asset, "media.asset.failed", {"uuid": asset, "status": "error"})
        self.tell(door, asset, "media.asset.published", {"uuid": asset, "status": "finished"})
        self.delivered(2)
        self.assertEqual([(r[0], r[1], json.loads(r[3])["status"]) for r in receiver.requests],
                         [("POST", "/ingest", "error"), ("POST", "/ingest", "finished")])
        self.assertEqual(len(self.world.lines("deliveries")), 2)
        usual = {"accept", "accept-encoding", "accept-language", "connection", "content-length", "content-type", "host", "user-agent",
                 "webhook-id", "webhook-timestamp"}
        self.assertLessEqual({name.lower() for name in receiver.requests[0][2]}, usual)

    def test_get_post_and_put(self):
        """POST and PUT carry the document's body byte for byte; GET carries none and two parameters more."""
        receiver = self.server()
        _, door = self.world.serve("--private-callbacks")
        asset = self.publish(door, [{"url": f"{receiver.url}/cb?m={method}", "method": method} for method in ("GET", "POST", "PUT")])
        sample = (SAMPLES / "lightflow-callback.json").read_text().replace("6b48fbce-cd10-459c-b397-5673e4bbafaf", asset)
        self.tell(door, asset, "media.asset.published", json.loads(sample))
        self.delivered(3)
        told = {method: (path, headers, body) for method, path, headers, body in receiver.requests}
        for method in ("POST", "PUT"):
            path, headers, body = told[method]
            self.assertEqual((path, headers["Content-Type"], body.decode()), (f"/cb?m={method}", "application/json", sample))
        path, headers, body = told["GET"]
        self.assertEqual((path, body), ("/cb?m=GET&status=finished&endDate=2019-02-14T20%3A43%3A11.825Z", b""))
        self.assertEqual((headers.get("Content-Length", "0"), headers.get("Content-Type")), ("0", None))

    def test_true_and_false(self):
        """Each flag by itself, as the document spells its values and as JSON does."""
        kinds = {"onSuccess": "media.asset.published", "onFailure": "media.asset.failed", "onProgressEncoding": "media.encoding.progress"}
        receiver = self.server()
        _, door = self.world.serve("--private-callbacks")
        for yes, no in (("true", "false"), (True, False)):
            asset = self.publish(door, [{"url": f"{receiver.url}/{flag}-{value}", **dict.fromkeys(kinds, rest), flag: value}
                                        for flag in kinds for value, rest in ((yes, no), (no, yes))])
            for flag, kind in kinds.items():
                with self.subTest(flag=flag, spelling=yes):
                    receiver.requests.clear()
                    before = self.world.counts().get("delivered", 0)
                    self.tell(door, asset, kind, {"uuid": asset})
                    self.delivered(before + 3)
                    called = {f"/{flag}-{yes}"} | {f"/{other}-{no}" for other in kinds if other != flag}
                    self.assertEqual({path for _, path, _, _ in receiver.requests}, called)
                    self.assertEqual(sum(self.world.counts().values()), before + 3)

    def test_the_properties_of_an_asset_that_was_encoded(self):
        """Name, owner and metadata as they were at its creation; times, status and seconds as they came to be."""
        receiver = self.server()
        _, door = self.world.serve("--private-callbacks")
        status, made = call("POST", door + "/assets", {
            "assetName": "T1S03", "username": "jonhdoe@epiclabs.io", "metadata": {"season": 1.10, "tags": ["a"]},
            "parameters": {"input": {"urlPath": "https://storage.googleapis.com/T1S03.mp4"}, "callbacks": [{"url": receiver.url}]}}, **JSON)
        self.assertEqual(status, 201, made)
        body = (SAMPLES / "zencoder-job-notification.json").read_bytes()
        self.assertEqual(call("POST", f"{door}/v1/encoders/zencoder/{made['uuid']}", body, **JSON)[0], 202)
        self.delivered(1)
        job = json.loads(body)
        told = json.loads(receiver.requests[0][3])
        self.assertEqual(list(told), ["uuid", "assetName", "inputUrl", "username", "startDate", "endDate", "status", "metadata", "duration",
                                      "assetUrl", "thumbnail"])
        self.assertEqual((told["uuid"], told["assetName"], told["username"]), (made["uuid"], "T1S03", "jonhdoe@epiclabs.io"))
        self.assertEqual((told["inputUrl"], told["metadata"]), ("https://storage.googleapis.com/T1S03.mp4", {"season": 1.10, "tags": ["a"]}))
        self.assertEqual((told["status"], told["startDate"], told["endDate"]),
                         ("finished", job["job"]["submitted_at"], job["job"]["updated_at"]))
        self.assertEqual(told["duration"], job["input"]["duration_in_ms"] / 1000)
        self.assertEqual(told["thumbnail"], job["outputs"][0]["thumbnails"][0]["images"][0]["url"])

    def test_each_of_the_four_events_calls_the_media_callback(self):
        """With the whole record and not a word on what has changed; what LightFlow tells of is not among the four."""
        receiver = self.server()
        project = self.world.lines("project", "set", "16", "--name", "Testing", "--media-callback-url", receiver.url + "/yourcallback.py")[0]
        self.world.ok("target", "set", project["target"], "--allow-private", "--coalesce", "0s", "--no-pipelining")
        _, door = self.world.serve()
        document = (SAMPLES / "spark-media-callback.xml").read_text(encoding="utf-8")
        approved = document.replace("<moderationstatus>0<", "<moderationstatus>1<")
        denied = document.replace("<moderationstatus>0<", "<moderationstatus>2<")
        external = document.replace("<externalid/>", "<externalid>5660367449001</externalid>")
        told = [("media.file.rated", document), ("media.file.moderated", approved), ("media.file.moderated", denied),
                ("media.file.transcoded", document), ("media.external.callback", external)]
        for number, (kind, record) in enumerate(told, 1):
            self.tell(door, "556114", kind, record, datacontenttype="application/xml")
            self.delivered(number)
        for kind in ("media.asset.published", "media.asset.failed", "media.encoding.progress"):
            self.tell(door, "556114", kind, document, datacontenttype="application/xml")
        self.assertEqual(len(self.world.lines("deliveries")), len(told))
        for (_, record), (method, path, headers, body) in zip(told, receiver.requests, strict=True):
            self.assertEqual((method, path, headers["Content-Type"]), ("POST", "/yourcallback.py", "application/xml"))
            self.assertEqual(body.decode(), record)
        names = [set(headers) for _, _, headers, _ in receiver.requests]
        self.assertEqual(names, names[:1] * len(told))

    def test_the_payload_is_what_get_file_info_returns(self):
        document = (SAMPLES / "spark-media-callback.xml").read_bytes()
        newer = document.replace(b"<votecount>0<", b"<votecount>9<")
        platform = self.server(lambda *_: (200, "application/xml", newer))
        receiver = self.server()
        self.world.write("key.txt", "k1")
        self.world.ok("platform", "set", "spark", "--base-url", platform.url, "--key", "@key.txt", "--allow-private")
        self.world.ok("target", "add", "--name", "site", "--url", receiver.url, "--allow-private", "--preset", "spark", "--coalesce", "0s",
                      "--no-pipelining")
        _, door = self.world.serve()
        self.tell(door, "556114", "media.file.rated", document.decode(), datacontenttype="application/xml")
        self.delivered(1)
        differs = {change["field"]: change["after"] for change in self.world.lines("asset", "refresh", "556114")}
        self.assertEqual(differs, {"votecount": "9"})
        self.assertTrue(platform.requests[0][1].startswith("/media/getFileInfo?id=556114"), platform.requests[0][1])
        self.world.ok("replay", self.world.lines("deliveries")[0]["id"], "--latest")
        self.delivered(2)
        self.assertEqual([r[3] for r in receiver.requests], [document, newer])

    def test_spark_requests_are_pipelined(self):
        """Five requests of HTTP/1.1 stand on one connection before the first of them is answered."""
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        listener.settimeout(30)
        port = listener.getsockname()[1]
        self.world.ok("target", "add", "--name", "site", "--url", f"http://127.0.0.1:{port}/yourcallback.py", "--allow-private",
                      "--preset", "spark", "--coalesce", "0s")
        _, door = self.world.serve()
        self.world.write("rated.jsonl", jsonl(event(n, str(556114 + n), "media.file.rated", id=556114 + n) for n in range(5)))
        self.world.ok("emit", "rated.jsonl", "--to", door)
        connection, _ = listener.accept()
        with connection:
            connection.settimeout(30)
            received = b""
            while received.count(b"</result>") < 5:
                more = connection.recv(65536)
                self.assertTrue(more, received)
                received += more
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" * 5)
            self.delivered(5)
        heads = re.findall(rb"POST .*?\r\n\r\n", received, re.S)
        self.assertEqual(len(heads), 5)
        for head in heads:
            self.assertTrue(head.startswith(f"POST /yourcallback.py HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n".encode()), head)
            self.assertIn(b"\r\ncontent-type: application/xml\r\n", head.lower())


if __name__ == "__main__":
    unittest.main()
