"""A workspace worth a picture: an hour of a small platform's life, with everything in it that a page can show.

Made by the program itself: a receiver that behaves and misbehaves, and an engine whose clock is set back step by step.
"""
import json
import pathlib

from program import SOURCES, event, jsonl
from platforms import JSON, call

FAKETIME = next(map(str, pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1")))
TITLES = ["Harbour at dawn", "T1S03", "Evening news", "Alpine rescue", "Cup final, second half", "The glassmaker"]
RULES = {"rules": [
    {"path": "/partner/fed", "status": 404, "body": {"error": "there is no feed here"}},
    {"path": "/archive", "status": 503, "retryAfter": 1, "body": {"error": "upstream not ready"}},
    {"path": "/legacy", "action": "half-body"},
    {"path": "/spark", "status": 200, "delay": "35ms"}]}
MINUTES_BACK = tuple(range(56, 0, -1))


def asset(number):
    return f"6b48fbce-cd10-459c-b397-{5673000000 + number:012}"


def lightflow(number, kind="media.asset.published", **more):
    record = json.loads((SOURCES / "resources/samples/lightflow-callback.json").read_text())
    record.update(uuid=asset(number), assetName=TITLES[number % len(TITLES)], **more)
    return {**event(f"p{number}-{kind}", asset(number), kind), "source": "/platform", "data": record}


def spark(number, file, kind):
    record = {"id": str(file), "title": TITLES[file % len(TITLES)], "votecount": str(number), "status": "MODERATED", "rating": "4.5"}
    return {**event(f"s{number}", str(file), kind), "source": "/platform", "data": record}


def life(step):
    """What happened in the step's few minutes."""
    busy = (1, 2, 1, 2, 1, 1, 2, 1)[step % 8]
    events = [lightflow(100 * step + n) for n in range(busy)]
    events += [lightflow(100 * step + n, "media.encoding.progress", status="encoding") for n in range(0, busy, 2)]
    events += [spark(100 * step + n, 556114 + n % 3, "media.file.rated") for n in range(busy)]
    if step % 9 == 4:
        events.append(lightflow(100 * step + 90, "media.asset.failed", status="failed"))
    return events


def add_targets(world, url):
    def add(name, path, *more):
        world.ok("target", "add", "--name", name, "--url", url + path, "--allow-private", *more)

    world.write("bearer.txt", "Bearer demo-token")
    add("cms-ingest", "/ingest", "--on", "success,failure,progress", "--secret-header", "Authorization: @bearer.txt",
        "--header", "X-Custom-Header: X-Custom-Header-Value")
    add("status-board", "/status?board=7", "--method", "GET")
    add("spark-site", "/spark/callback", "--preset", "spark", "--coalesce", "10m")
    add("partner-feed", "/partner/fed", "--method", "PUT", "--on", "success", "--retry", "none")
    add("archive", "/archive", "--on", "failure", "--retry", "5s,30m,2h")
    add("legacy-player", "/legacy/notify", "--on", "failure", "--retry", "2h")
    add("newsroom", "/newsroom", "--on", "failure,success", "--rate", "50/min")
    world.ok("target", "pause", "newsroom")
    world.ok("target", "add", "--name", "night desk", "--url", "mailto:night-desk@example.com", "--on", "moderation")


def settle(world):
    """Until nothing is on its way any more that will arrive soon."""
    world.until(lambda: not set(world.counts()) & {"queued", "sending"}, "that what can leave has left", 60)


def serve(world, minutes_back=0):
    before = dict(world.env)
    if minutes_back:
        world.env.update(LD_PRELOAD=FAKETIME, FAKETIME=f"-{minutes_back}m", FAKETIME_DONT_FAKE_MONOTONIC="1")
    try:
        return world.serve("--private-callbacks")
    finally:
        world.env.clear()
        world.env.update(before)


def add_platforms(world, door):
    for number, name in ((1, "VideoSample"), (2, "Trailer")):
        body = {"parameters": {"input": {"urlPath": f"http://someserver.example/{name}.mp4"},
                               "callbacks": [{"url": "https://callback.example/ingest", "method": "POST", "onSuccess": True}]}}
        status, _ = call("POST", door + "/assets", body, **JSON)
        assert status == 201, status
    job = json.loads((SOURCES / "resources/samples/zencoder-job-notification.json").read_text())
    call("POST", door + "/v1/encoders/zencoder", job, **JSON)
    world.write("key.txt", "demo-key")
    world.ok("encoder", "set", "zencoder", "--api-key", "@key.txt", "--notification-secret", "@key.txt", "--relay-url", "https://callboard.example")
    world.ok("project", "set", "16", "--name", "Testing", "--media-callback-url", "https://example.org/yourcallback.py", "--zone", "America/Toronto")
    world.ok("project", "set", "23", "--name", "Local news", "--media-callback-url", "https://news.example/callback", "--zone", "Europe/Berlin")
    world.write("smtp.txt", "demo-password")
    world.ok("mail", "set", "smtp://ops@mail.example.org?from=callboard@example.org", "--password", "@smtp.txt")


def make(world, steps=len(MINUTES_BACK)):
    """Fills the world's workspace; the receiver goes on running, the engine does not."""
    world.write("rules.json", RULES)
    _, ready = world.start("receiver", "--listen", "127.0.0.1:0", "--script", "rules.json")
    url = next(value for key, value in ready.items() if key != "ready")
    add_targets(world, url.rstrip("/"))
    for step, minutes in enumerate(MINUTES_BACK[-steps:]):
        program, door = serve(world, minutes)
        if step == 0:
            add_platforms(world, door)
        world.write("life.jsonl", jsonl(life(step)))
        world.ok("emit", "life.jsonl", "--to", door)
        settle(world)
        assert world.stop(program) == 0

