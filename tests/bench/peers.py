"""What others use for the same: a queue in Redis or PostgreSQL, and undici to send. Neither keeps a log of attempts."""
import contextlib
import json
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile

from program import SOURCES, free_port
from receiver import Receiver, wait_for

SCRIPTS = SOURCES / "tests" / "bench" / "peers"
HOME = SOURCES / "build" / "bench-peers"
BATCH, LANES = 100, 4


def missing():
    """Why the peers can't run; empty: they can. Fetches what npm has to, once."""
    for program in ("node", "npm", "redis-server", "psql"):
        if not shutil.which(program):
            return f"{program} isn't installed"
    HOME.mkdir(parents=True, exist_ok=True)
    wanted = (SCRIPTS / "package.json").read_text()
    installed = HOME / "package.json"
    if installed.exists() and installed.read_text() == wanted and (HOME / "node_modules" / "undici").exists():
        return ""
    installed.write_text(wanted)
    done = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=HOME, capture_output=True,
                          text=True)
    if done.returncode != 0:
        installed.unlink()
        return f"npm could not fetch them: {done.stderr.strip()[-200:]}"
    return ""


def node_env(**more):
    return {**os.environ, "NODE_PATH": str(HOME / "node_modules"), **more}


@contextlib.contextmanager
def directory():
    path = pathlib.Path(tempfile.mkdtemp(prefix="callboard-bench-"))
    try:
        yield path
    finally:
        shutil.rmtree(path)


@contextlib.contextmanager
def running(*command, **options):
    process = subprocess.Popen(list(map(str, command)), **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def redis(path, fsync):
    """Its port. Every write is in the append-only file; `fsync` says when that reaches the disk."""
    port = free_port()
    with running("redis-server", "--port", port, "--bind", "127.0.0.1", "--dir", path, "--save", "",
                 "--appendonly", "yes", "--appendfsync", fsync, stdout=subprocess.DEVNULL):
        wait_for(lambda: answers("redis-cli", "-p", port, "ping"), "Redis", 10)
        yield port


@contextlib.contextmanager
def postgres(path):
    """Its URL. A cluster of its own with fsync and synchronous_commit on; room for the log, as one would give it."""
    binaries = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
    user = []
    if os.geteuid() == 0:  # it refuses to run as root
        account = pwd.getpwnam("postgres")
        os.chown(path, account.pw_uid, account.pw_gid)
        user = ["runuser", "-u", "postgres", "--"]
    port = free_port()
    data = path / "data"
    subprocess.run([*user, binaries / "initdb", "-D", data, "-U", "bench", "--auth=trust", "-E", "UTF8"], check=True,
                   stdout=subprocess.DEVNULL, cwd=path)
    settings = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "on",
                "synchronous_commit": "on", "shared_buffers": "512MB", "max_wal_size": "4GB"}
    control = [*user, binaries / "pg_ctl", "-D", data, "-w", "-l", path / "log"]
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    subprocess.run([*control, "-o", options, "start"], check=True, stdout=subprocess.DEVNULL, cwd=path)
    try:
        yield f"postgres://bench@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, stdout=subprocess.DEVNULL, cwd=path)


def answers(*command):
    return subprocess.run(list(map(str, command)), capture_output=True).returncode == 0


def deliver(script, queue, record, count, concurrency, connections, pipelining):
    """Deliveries a second, from the first one queued to the last one at nginx."""
    with directory() as path:
        (path / "record.json").write_text(record)
        env = node_env(BENCH_RECORD=str(path / "record.json"))
        receiver = Receiver(path)
        try:
            with running("node", SCRIPTS / script, "work", queue, receiver.origin, concurrency, connections, pipelining,
                         env=env, stdout=subprocess.PIPE, text=True) as worker:
                assert worker.stdout.readline() == "ready\n", script
                produced = json.loads(subprocess.run(
                    ["node", SCRIPTS / script, "produce", str(queue), str(count), str(BATCH), str(LANES)], env=env,
                    stdout=subprocess.PIPE, text=True, check=True).stdout)
                receiver.wait(count, 60 + count / 100)
            assert receiver.different() == count
            return count / (receiver.last() - produced["began"])
        finally:
            receiver.close()


def bullmq(record, count, concurrency, connections=4, pipelining=32, fsync="everysec"):
    with directory() as path, redis(path, fsync) as port:
        return deliver("bullmq.js", port, record, count, concurrency, connections, pipelining)


def graphile(record, count, concurrency, connections=4, pipelining=32):
    with directory() as path, postgres(path) as url:
        subprocess.run(["node", SCRIPTS / "graphile.js", "install", url], env=node_env(BENCH_RECORD=os.devnull),
                       check=True)
        return deliver("graphile.js", url, record, count, concurrency, connections, pipelining)
