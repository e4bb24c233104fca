"""The one receiver of every load: nginx that answers 200 and writes when which callback arrived."""
import contextlib
import shutil
import socket
import subprocess
import time

from program import free_port

CONF = """daemon off; worker_processes 1; pid {d}/pid; error_log {d}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    log_format arrival '$msec $http_webhook_id';
    access_log {d}/arrivals.log arrival buffer=256k flush=1s;
    keepalive_requests 1000000000;
    client_body_temp_path {d}/b; proxy_temp_path {d}/p; fastcgi_temp_path {d}/f; uwsgi_temp_path {d}/u;
    scgi_temp_path {d}/s;
    server {{ listen 127.0.0.1:{port}; location / {{ return 200; }} }}
}}
"""


class Receiver:
    def __init__(self, directory):
        directory = directory / "receiver"
        directory.mkdir()
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.url = self.origin + "/in"
        self.log = directory / "arrivals.log"
        (directory / "nginx.conf").write_text(CONF.format(d=directory, port=self.port))
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        self.process = subprocess.Popen([program, "-c", directory / "nginx.conf", "-e", directory / "start.log"])
        self.read = 0
        self.count = 0
        self.tail = b""
        wait_for(self.listens, "nginx", 10)

    def listens(self):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True

    def arrived(self):
        """How many requests have been written so far."""
        with open(self.log, "rb") as log:
            log.seek(self.read)
            while part := log.read(1 << 20):
                self.read += len(part)
                self.count += part.count(b"\n")
                self.tail = (self.tail + part)[-200:]
        return self.count

    def wait(self, count, seconds):
        wait_for(lambda: self.arrived() >= count, f"{count} arrivals", seconds, lambda: f"{self.count} arrived")

    def first(self):
        """Seconds since 1970."""
        with open(self.log, "rb") as log:
            return float(log.readline().split()[0])

    def last(self):
        return float(self.tail.splitlines()[-1].split()[0])

    def different(self):
        with open(self.log, "rb") as log:
            return len({entry.split()[1] for entry in log})

    def close(self):
        self.process.terminate()
        self.process.wait()


def wait_for(condition, what, seconds, detail=lambda: ""):
    """For something outside this process."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"{what} took more than {seconds} s {detail()}"
        time.sleep(0.05)
