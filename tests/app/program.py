"""The real program in a workspace of its own: run a command, or keep `serve` and `receiver` running."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROGRAM = os.environ["CALLBOARD"]
SOURCES = pathlib.Path(os.environ["CALLBOARD_SOURCES"])
TOKEN = "test-token-4711"


class World:
    """A temporary directory with a workspace, a vault key file and the environment for it."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="callboard-e2e-"))
        self.workspace = self.path / "w.db"
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("CALLBOARD_")}
        self.env.update(
            CALLBOARD_WORKSPACE=str(self.workspace),
            CALLBOARD_VAULT_KEY_FILE=str(self.path / "vault.key"),
            CALLBOARD_INTAKE_TOKEN=TOKEN,
            HOME=str(self.path),
            XDG_DATA_HOME=str(self.path / "data"),
            XDG_CONFIG_HOME=str(self.path / "config"),
            XDG_STATE_HOME=str(self.path / "state"),
        )
        self.running = []

    def close(self):
        for process in self.running:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            process.wait()
            process.stdout.close()
        shutil.rmtree(self.path)

    def run(self, *arguments, stdin=None, **env):
        """(exit code, stdout, stderr)"""
        done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, text=True,
                              env={**self.env, **env}, timeout=120, cwd=self.path)
        return done.returncode, done.stdout, done.stderr

    def ok(self, *arguments, **kwargs):
        code, out, err = self.run(*arguments, **kwargs)
        assert code == 0, f"{arguments}: exit {code}\n{out}\n{err}"
        return out

    def lines(self, *arguments, **kwargs):
        return [json.loads(line) for line in self.ok(*arguments, "--json", **kwargs).splitlines()]

    def start(self, *arguments):
        """A command that says when it is ready; (process, its first line)."""
        with open(self.path / "stderr.txt", "a") as stderr:
            process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, text=True, env=self.env,
                                       stderr=stderr, cwd=self.path)
        self.running.append(process)
        line = process.stdout.readline()
        assert line.startswith('{"ready":true,"'), line + (self.path / "stderr.txt").read_text()
        return process, json.loads(line)

    def serve(self, *arguments):
        process, ready = self.start("serve", "--listen", "127.0.0.1:0", *arguments)
        assert ready["ready"] is True
        return process, ready["intake"]

    def kill(self, process):
        process.send_signal(signal.SIGKILL)
        process.wait()

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        return process.wait(timeout=20)

    def counts(self):
        result = {}
        for row in self.lines("deliveries", "--limit", 1000000):
            result[row["state"]] = result.get(row["state"], 0) + 1
        return result

    def until(self, condition, what, seconds=60):
        """Waits for something outside this process to become true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = condition()
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"{what} did not happen within {seconds} s\n" + (self.path / "stderr.txt").read_text())

    def write(self, name, content):
        path = self.path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path


def event(number, asset=None, kind="media.asset.published", **data):
    return {
        "specversion": "1.0", "id": f"e{number}", "source": "/e2e", "type": kind,
        "subject": asset or f"asset-{number}", "data": {"uuid": asset or f"asset-{number}", "status": "finished", **data},
    }


def jsonl(events):
    return "".join(json.dumps(e) + "\n" for e in events)


def certificate(directory, name, days=1):
    """(certificate, key): signed by itself, so that it is its own authority."""
    files = directory / f"{name}.crt", directory / f"{name}.key"
    request = directory / f"{name}.csr"
    for command in (["req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-addext",
                     "subjectAltName=DNS:door.example.com,IP:127.0.0.1", "-keyout", files[1], "-out", request],
                    ["x509", "-req", "-in", request, "-key", files[1], "-copy_extensions", "copy", "-days", str(days), "-out", files[0]]):
        subprocess.run(["openssl", *command], check=True, capture_output=True)
    files[1].chmod(0o600)
    return files


class Nginx:
    """A real nginx that answers 200 and writes the webhook-id of each request."""

    def __init__(self, directory, port=None):
        self.port = port or free_port()
        self.ids_file = directory / "ids.log"
        conf = directory / "nginx.conf"
        conf.write_text(f"""
            daemon off; pid {directory}/nginx.pid; error_log {directory}/nginx-error.log; worker_processes 1;
            events {{ worker_connections 512; }}
            http {{
                log_format ids '$http_webhook_id'; access_log {self.ids_file} ids;
                client_body_temp_path {directory}/body; proxy_temp_path {directory}/proxy; fastcgi_temp_path {directory}/fcgi;
                uwsgi_temp_path {directory}/uwsgi; scgi_temp_path {directory}/scgi;
                server {{ listen 127.0.0.1:{self.port}; keepalive_requests 1000000; location / {{ return 200 "ok"; }} }}
            }}""")
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        self.process = subprocess.Popen([program, "-c", str(conf), "-e", f"{directory}/nginx-error.log"])
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise AssertionError("nginx does not listen")

    def ids(self):
        return self.ids_file.read_text().split()

    def close(self):
        self.process.terminate()
        self.process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
