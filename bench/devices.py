"""The devices of many circles at once: a live stream each, and the room fetched as the room's own script does."""

import asyncio
import json
import os
import random
import sys
import time
from base64 import b64encode
from pathlib import Path
from uuid import uuid4

HOST, TOKEN = "127.0.0.1", "b" * 32
OPEN_AT_ONCE = 40
LONGEST = 20  # a note that is not on a screen by then is missing
SEALED = 256 + 16


class Device:
    """One phone: it hears that something changed, and asks how the room stands; never twice at once."""

    def __init__(self, circle: "Circle", port: int, cookie: str):
        self.circle, self.port, self.cookie = circle, port, f"{cookie}; csrftoken={TOKEN}"
        self.etag, self.is_looking, self.is_behind, self.looks = "", False, False, 0

    async def listen(self) -> None:
        reader, self.writer = await self.send("GET", f"/live/{self.circle.conference}/")
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin1").splitlines()[0]
        if " 200 " not in head:
            raise SystemExit(f"No stream for a device: {head}")
        self.hearing = asyncio.create_task(self.hear(reader))

    async def hear(self, reader) -> None:
        while line := await reader.readline():
            if line.startswith(b"data:"):
                self.is_behind = True
                if not self.is_looking:
                    self.looking = asyncio.create_task(self.look())

    async def look(self) -> None:
        """Until nothing was told meanwhile."""
        self.is_looking = True
        try:
            while self.is_behind:
                self.is_behind = False
                self.looks += 1
                await self.look_once()
        finally:
            self.is_looking = False

    async def look_once(self) -> None:
        status, head, body = await self.ask("GET", self.circle.address("kamer/"), {"If-None-Match": self.etag})
        if status == 200:
            self.etag = head.lower().partition("etag: ")[2].partition("\r\n")[0]
            self.circle.seen(self, [note["id"] for note in json.loads(body)["notes"]])

    async def write(self, note: str, version: int) -> bool:
        sealed = {"nonce": chance(12), "ciphertext": chance(SEALED), "room": self.circle.room, "version": version}
        body = json.dumps(sealed).encode()
        headers = {"Content-Type": "application/json", "X-CSRFToken": TOKEN}
        status, _head, _body = await self.ask("POST", self.circle.address(f"notitie/{note}/"), headers, body)
        return status == 200

    async def ask(self, method: str, path: str, headers: dict, body: bytes = b"") -> tuple[int, str, bytes]:
        reader, writer = await self.send(method, path, headers | {"Connection": "close"}, body)
        head, _, told = (await reader.read()).partition(b"\r\n\r\n")
        writer.close()
        text = head.decode("latin1")
        return int(text.split(" ", 2)[1]), text + "\r\n", told

    async def send(self, method: str, path: str, headers: dict | None = None, body: bytes = b""):
        reader, writer = await asyncio.open_connection(HOST, self.port, limit=2**20)
        lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{self.port}", f"Cookie: {self.cookie}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items() if value]
        lines += [f"Content-Length: {len(body)}"] if body else []
        writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        await writer.drain()
        return reader, writer


class Circle:
    """One room: every now and then somebody saves a note, and all other screens should have it soon."""

    def __init__(self, told: dict, port: int):
        self.conference, self.room = told["conference"], told["room"]
        self.devices = [Device(self, port, cookie) for cookie in told["cookies"]]
        self.waiting: dict[tuple, float] = {}
        self.took: list[float] = []
        self.refused = self.notes = 0

    def address(self, place: str) -> str:
        return f"/c/{self.conference}/besloten/{place}"

    async def talk(self, seconds: float, every: float) -> None:
        until = time.perf_counter() + seconds
        await asyncio.sleep(random.uniform(0, min(every, seconds)))
        while time.perf_counter() < until:
            await self.write_something()
            await asyncio.sleep(every * random.uniform(0.5, 1.5))

    async def write_something(self) -> None:
        writer, note = random.choice(self.devices), str(uuid4())
        began = time.perf_counter()
        for device in self.devices:
            if device is not writer:
                self.waiting[device, note] = began
        self.notes += 1
        if not await writer.write(note, 1):
            self.refused += 1
            self.waiting = {key: since for key, since in self.waiting.items() if key[1] != note}

    def seen(self, device: Device, notes: list[str]) -> None:
        now = time.perf_counter()
        for note in notes:
            if since := self.waiting.pop((device, note), None):
                self.took.append(now - since)


def chance(size: int) -> str:
    return b64encode(os.urandom(size)).decode()


async def main(port: int, file: str, seconds: float, every: float) -> dict:
    circles = [Circle(told, port) for told in json.loads(Path(file).read_text())["rooms"]]
    devices = [device for circle in circles for device in circle.devices]
    for start in range(0, len(devices), OPEN_AT_ONCE):
        await asyncio.gather(*(device.listen() for device in devices[start : start + OPEN_AT_ONCE]))
    while any(device.is_looking or not device.looks for device in devices):
        await asyncio.sleep(0.2)
    print("ready", flush=True)
    await asyncio.gather(*(circle.talk(seconds, every) for circle in circles))
    patience = time.perf_counter() + LONGEST
    while any(circle.waiting for circle in circles) and time.perf_counter() < patience:
        await asyncio.sleep(0.1)
    return {
        "took": sorted(took for circle in circles for took in circle.took),
        "missing": sum(len(circle.waiting) for circle in circles),
        "refused": sum(circle.refused for circle in circles),
        "notes": sum(circle.notes for circle in circles),
        "looks": sum(device.looks for device in devices),
    }


if __name__ == "__main__":
    port, file, seconds, every = sys.argv[1:]
    print(json.dumps(asyncio.run(main(int(port), file, float(seconds), float(every)))))
