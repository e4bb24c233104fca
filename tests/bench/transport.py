"""Requests a second of each transport and of what others send with, to nginx on loopback and to a receiver 50 ms away.

All of it runs in one go on one machine, so that the ratios can be compared. What isn't installed is skipped, and said.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile

import peers

SECONDS = 3
LATENCY_MS = 50
SHAPES = [(4, 8), (8, 32)]  # connections, requests in flight on each

NGINX = """daemon off; worker_processes 1; pid {d}/pid; error_log {d}/error.log; events {{ worker_connections 1024; }}
http {{ access_log off; keepalive_requests 1000000000; client_body_temp_path {d}/b; proxy_temp_path {d}/p;
fastcgi_temp_path {d}/f; uwsgi_temp_path {d}/u; scgi_temp_path {d}/s;
server {{ listen 127.0.0.1:{port}; location / {{ return 204; }} }} }}
"""

WRK = """
init = function(args)
    local file = io.open(args[1], "rb")
    local body = file:read("*a")
    local one = wrk.format("POST", nil, {["Content-Type"] = "application/xml"}, body)
    many = string.rep(one, tonumber(args[2]))
end
request = function() return many end
"""

UNDICI = """
const { Client } = require('undici');
const [origin, seconds, connections, depth, file] = process.argv.slice(2);
const body = require('fs').readFileSync(file);
const end = Date.now() + 1000 * seconds;
let done = 0;
async function lane(client) {
    while (Date.now() < end) {
        const answer = await client.request({ path: '/callback', method: 'POST', body, blocking: false, idempotent: true,
                                              headers: { 'content-type': 'application/xml' } });
        await answer.body.dump();
        done += answer.statusCode < 300;
    }
}
const lanes = [];
const clients = [];
for (let c = 0; c < connections; ++c) {
    const client = new Client(origin, { pipelining: +depth });
    clients.push(client);
    for (let d = 0; d < depth; ++d) lanes.push(lane(client));
}
const begin = Date.now();
Promise.all(lanes).then(() => {
    console.log(Math.round(1000 * done / (Date.now() - begin)));
    clients.forEach((client) => client.close());
});
"""


def text(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, **options).stdout


class Loads:
    """Each takes a URL and a shape and returns requests a second, or None where the program isn't there."""

    def __init__(self, program, directory):
        self.program = program
        self.directory = pathlib.Path(directory)
        self.body = self.directory / "body.xml"
        self.body.write_bytes(subprocess.run([program, "body"], capture_output=True, check=True).stdout)
        (self.directory / "many.lua").write_text(WRK)
        (self.directory / "load.js").write_text(UNDICI)
        self.skipped = {}
        if why := peers.missing():
            self.skipped["undici"] = why

    def ours(self, mode, url, connections, depth):
        return float(text(self.program, mode, url, str(SECONDS), str(connections), str(depth)))

    def wrk(self, url, connections, depth):
        if not shutil.which("wrk"):
            self.skipped["wrk"] = "apt install wrk"
            return None
        out = text("wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "-s", "many.lua", url, "--", str(self.body),
                   str(depth), cwd=self.directory)
        return float(next(line.split()[1] for line in out.splitlines() if line.startswith("Requests/sec")))

    def node(self, url, connections, depth):
        if "undici" in self.skipped:
            return None
        origin = url.removesuffix("/callback")
        return float(text("node", "load.js", origin, str(SECONDS), str(connections), str(depth), str(self.body),
                          cwd=self.directory, env=peers.node_env()))

    def rates(self, url, connections, depth):
        yield "QNetworkAccessManager (6 at most)", self.ours("qnam", url, connections, depth)
        yield "libcurl multi (no pipelining)", self.ours("curlmulti", url, connections, depth)
        yield "undici, pipelined", self.node(url, connections, depth)
        yield "wrk, pipelined", self.wrk(url, connections, depth)
        yield "Callboard, pipelined", self.ours("pipelined", url, connections, depth)


def table(title, loads, url, latency_ms=0):
    for connections, depth in SHAPES:
        print(f"\n{title}, {connections} connections, {depth} deep")
        most = connections * depth * 1000 / latency_ms if latency_ms else 0
        rows = list(loads.rates(url, connections, depth))
        slowest = rows[0][1]
        for name, rate in rows:
            if rate is None:
                continue
            share = f"  {100 * rate / most:5.1f} % of what the latency allows" if most else ""
            print(f"  {name:34} {rate:9,.0f} req/s  {rate / slowest:6.1f} x{share}")


def transport():
    program = str(pathlib.Path(os.environ["CALLBOARD_BENCH_PROGRAMS"]) / "bench_transport")
    print("encoding on one core")
    print("  " + text(program, "encode").strip().replace("\n", "\n  "))
    with tempfile.TemporaryDirectory() as directory:
        loads = Loads(program, directory)
        port = 18000 + os.getpid() % 1000
        (loads.directory / "nginx.conf").write_text(NGINX.format(d=directory, port=port))
        nginx = subprocess.Popen(["/usr/sbin/nginx", "-e", f"{directory}/start.log", "-p", directory, "-c",
                                  f"{directory}/nginx.conf"])
        receiver = subprocess.Popen([program, "receiver", str(LATENCY_MS)], stdout=subprocess.PIPE, text=True)
        try:
            text("curl", "-s", "--retry", "20", "--retry-connrefused", "--retry-delay", "1", f"http://127.0.0.1:{port}/")
            table("nginx on loopback", loads, f"http://127.0.0.1:{port}/callback")
            away = int(receiver.stdout.readline())
            table(f"a receiver {LATENCY_MS} ms away", loads, f"http://127.0.0.1:{away}/callback", LATENCY_MS)
        finally:
            nginx.terminate()
            receiver.kill()
            nginx.wait()
    for name, why in loads.skipped.items():
        print(f"skipped {name}: {why}")
