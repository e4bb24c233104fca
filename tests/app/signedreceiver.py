"""A receiver that keeps what arrives, and what receivers of each scheme check: by hashlib, hmac and openssl alone."""
import base64
import hashlib
import hmac
import http.server
import queue
import subprocess
import tempfile
import threading
import time

TOLERANCE = 300  # seconds


class Receiver(http.server.ThreadingHTTPServer):
    """Answers `answers` in turn, then 200."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Visit)
        self.arrived = queue.Queue()
        self.answers = []
        self.thread = threading.Thread(target=self.serve_forever)
        self.thread.start()

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.server_port}"

    def next(self):
        """(path, headers with names in lower case, body)"""
        return self.arrived.get(timeout=60)

    def close(self):
        self.shutdown()
        self.thread.join()
        self.server_close()


class Visit(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def take(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.arrived.put((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_PUT = do_GET = take

    def log_message(self, *_):
        pass


def fresh(timestamp):
    return abs(int(timestamp) - time.time()) <= TOLERANCE


def same(given, computed):
    return hmac.compare_digest(given.encode(), computed.encode())


def standard_content(headers, body):
    return f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body


def standard(key, headers, body):
    secret = base64.b64decode(key.removeprefix("whsec_"), validate=True)
    computed = base64.b64encode(hmac.new(secret, standard_content(headers, body), "sha256").digest()).decode()
    return fresh(headers["webhook-timestamp"]) and any(
        same(part, "v1," + computed) for part in headers["webhook-signature"].split(" "))


def ed25519(key, headers, body):
    """By the public key, with openssl."""
    raw = base64.b64decode(key.removeprefix("whpk_"), validate=True)
    # The 12 bytes that stand before a raw Ed25519 key in SubjectPublicKeyInfo.
    info = base64.encodebytes(bytes.fromhex("302a300506032b6570032100") + raw).decode()
    files = {"key": f"-----BEGIN PUBLIC KEY-----\n{info}-----END PUBLIC KEY-----\n".encode(),
             "content": standard_content(headers, body)}
    for part in headers["webhook-signature"].split(" "):
        version, _, signature = part.partition(",")
        files["signature"] = base64.b64decode(signature, validate=True)
        with tempfile.TemporaryDirectory() as directory:
            for name, content in files.items():
                with open(f"{directory}/{name}", "wb") as file:
                    file.write(content)
            done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key", "-rawin", "-in", "content",
                                   "-sigfile", "signature"], cwd=directory, capture_output=True)
        if version == "v1a" and done.returncode == 0:
            return fresh(headers["webhook-timestamp"])
    return False


def time_and_body(header, lead, mark):
    def check(key, headers, body):
        parts = headers[header].split(",")
        timestamp = parts[0].removeprefix(lead)
        computed = hmac.new(key.encode(), timestamp.encode() + b"." + body, "sha256").hexdigest()
        return fresh(timestamp) and any(same(part, mark + computed) for part in parts[1:])
    return check


def of_body(header, algorithm):
    return lambda key, headers, body: same(headers[header], hmac.new(key.encode(), body, algorithm).hexdigest())


def cloudinary(key, headers, body):
    timestamp = headers["x-cld-timestamp"]
    computed = hashlib.sha256(body + timestamp.encode() + key.encode()).hexdigest()
    return fresh(timestamp) and same(headers["x-cld-signature"], computed)


def kaltura(key, headers, body):
    return headers["x-kaltura-hash-algo"] == "2" and same(headers["x-kaltura-signature"],
                                                           hashlib.sha256(key.encode() + body).hexdigest())


# What a receiver with this key makes of a request: (key, headers, body) to true or false.
CHECKS = {
    "hmac": standard,
    "ed25519": ed25519,
    "mux": time_and_body("mux-signature", "t=", "v1="),
    "cloudflare": time_and_body("webhook-signature", "time=", "sig1="),
    "body-sha256": of_body("x-signature-sha256", "sha256"),
    "body-sha512": of_body("x-signature-sha512", "sha512"),
    "cloudinary": cloudinary,
    "kaltura": kaltura,
    "token": lambda key, headers, body: same(headers["x-callback-token"], key),
}
