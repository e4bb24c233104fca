"""receiver.py LOG [MILLISECONDS]: answers every request with 200, pipelined ones in order, that much later, and notes
path, webhook-id, event, asset and time of each in LOG the moment it is complete. /stumbling gets 503 the first time."""
import asyncio
import json
import re
import sys
import time

ANSWERS = {True: b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
           False: b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"}


class Connection(asyncio.Protocol):
    stumbled = set()

    def __init__(self, log, delay):
        self.log, self.delay, self.received = log, delay, b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.received += data
        answers = b""
        while request := self.take():
            self.log.write(" ".join(request) + f" {time.monotonic():.3f}\n")
            answers += ANSWERS[request[0] != "/stumbling" or request[1] in self.stumbled]
            self.stumbled.add(request[1])
        if answers:
            self.log.flush()
            asyncio.get_running_loop().call_later(self.delay, self.answer, answers)

    def take(self):
        head, end, rest = self.received.partition(b"\r\n\r\n")
        if not end:
            return None
        size = int(re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)[1])
        if len(rest) < size:
            return None
        self.received = rest[size:]
        record = json.loads(rest[:size])
        webhook_id = re.search(rb"(?i)\r\nwebhook-id: *(\S+)", head)[1].decode()
        return head.split(b" ")[1].decode(), webhook_id, record["assetName"], record["uuid"]

    def answer(self, answers):
        if not self.transport.is_closing():
            self.transport.write(answers)


async def main(log, milliseconds=2):
    with open(log, "a", encoding="utf-8") as notes:
        server = await asyncio.get_running_loop().create_server(
            lambda: Connection(notes, float(milliseconds) / 1000), "127.0.0.1", 0, backlog=512)
        port = server.sockets[0].getsockname()[1]
        print(f'{{"ready":true,"receiver":"http://127.0.0.1:{port}"}}', flush=True)
        await server.serve_forever()


asyncio.run(main(*sys.argv[1:]))
