"""An authorization server that gives tokens for client credentials (RFC 6749 §4.4), and misbehaves when it is told to."""
import base64
import contextlib
import http.server
import json
import queue
import threading
import time
import urllib.parse


class TokenServer(http.server.ThreadingHTTPServer):
    """Gives tokens token-1, token-2, ...; `answers` are functions that answer in place of that, in turn."""

    daemon_threads = True

    def __init__(self, client="the client", secret="s3cret:4711 & more", expires=3600):
        super().__init__(("127.0.0.1", 0), Counter)
        self.client, self.secret, self.expires = client, secret, expires
        self.asked = queue.Queue()
        self.answers = []
        self.given = []
        self.lock = threading.Lock()
        self.thread = threading.Thread(target=self.serve_forever)
        self.thread.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/token"

    def next(self):
        """(path, headers with names in lower case, form)"""
        return self.asked.get(timeout=60)

    def knows(self, headers, form):
        """By the header, of which both parts are encoded as a form, or by the form itself."""
        given = form.get("client_id"), form.get("client_secret")
        if headers.get("authorization", "").startswith("Basic "):
            name, _, secret = base64.b64decode(headers["authorization"][6:], validate=True).decode("ascii").partition(":")
            given = urllib.parse.unquote_plus(name), urllib.parse.unquote_plus(secret)
        return given == (self.client, self.secret) and form.get("grant_type") == "client_credentials"

    def make(self):
        with self.lock:
            self.given.append(f"token-{len(self.given) + 1}")
            return self.given[-1]

    def close(self):
        self.shutdown()
        self.thread.join()
        self.server_close()


class Counter(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("ascii")
        form = dict(urllib.parse.parse_qsl(body, keep_blank_values=True, strict_parsing=True))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.put((self.path, headers, form))
        if self.server.answers:
            self.server.answers.pop(0)(self)
        elif self.server.knows(headers, form):
            self.json(200, {"access_token": self.server.make(), "token_type": "Bearer", "expires_in": self.server.expires})
        else:
            self.json(401, {"error": "invalid_client"})

    def do_GET(self):
        self.server.asked.put((self.path, {}, {}))
        self.json(200, {"access_token": "by-a-redirect", "token_type": "Bearer"})

    def json(self, status, content):
        self.plain(status, json.dumps(content).encode(), "application/json")

    def plain(self, status, body, kind, *headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def refusing(code="invalid_client", description=None, status=401):
    content = {"error": code} | ({"error_description": description} if description else {})
    return lambda visit: visit.json(status, content)


def redirecting(visit):
    visit.plain(302, b"", "text/plain", ("Location", "/elsewhere"))


def page(visit):
    visit.plain(200, b"<html><img src=file:///etc/passwd>Log in</html>", "text/html")


def spoilt(visit):
    visit.json(200, {"access_token": "planted\r\nX-Evil: 1", "token_type": "Bearer"})


def endless(visit):
    """10 MiB, of which the first would do."""
    with contextlib.suppress(OSError):  # it is not read to its end
        visit.plain(200, b'{"access_token":"large","token_type":"Bearer","x":"' + b"x" * (10 * 1024 * 1024) + b'"}', "application/json")
    visit.close_connection = True


def dripping(visit):
    """A byte now and then, for longer than anybody waits."""
    visit.send_response(200)
    visit.send_header("Content-Length", "1000")
    visit.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(60):
            visit.wfile.write(b" ")
            visit.wfile.flush()
            time.sleep(0.5)
    visit.close_connection = True
