"""The sealed format once more, written apart from the browser's: what one seals, the other opens."""

import json
import os
from base64 import b64decode, b64encode
from hashlib import pbkdf2_hmac, sha256
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

LIST = settings.HOUSE / "static/js/room/word-list.js"
ROOM = "h7k2mpxq9wza"
NOTE = "3f0d7a52-8d0c-4a0e-9a39-5f2f1c6d2b11"


def word_list(path: Path = LIST) -> list[str]:
    return path.read_text().split("`")[1].split()


def checksum(six: list[str]) -> str:
    """The seventh word."""
    number = int.from_bytes(sha256(" ".join(six).encode()).digest()[:2], "big") >> 5
    return word_list()[number]


def key_of(words: list[str], salt: bytes) -> bytes:
    return pbkdf2_hmac("sha256", " ".join(words[:6]).encode(), salt, 600_000, 32)


def bound(room: str, note: str, version: int) -> bytes:
    return f"kring-room-1\n{room}\n{note}\n{version}".encode()


def seal(key: bytes, place: tuple[str, str, int], content: dict) -> dict:
    text = json.dumps(content).encode() + b"\x80"
    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, text + bytes(-len(text) % 256), bound(*place))
    return {"nonce": b64encode(nonce).decode(), "ciphertext": b64encode(sealed).decode()}


def unseal(key: bytes, place: tuple[str, str, int], told: dict) -> dict:
    padded = AESGCM(key).decrypt(b64decode(told["nonce"]), b64decode(told["ciphertext"]), bound(*place))
    assert len(padded) % 256 == 0
    text, one, rest = padded.rpartition(b"\x80")
    assert one
    assert not rest.strip(b"\x00")
    return json.loads(text)


def looks_sealed(steps: int = 1) -> dict:
    """A record that has the form of a sealed one; that is all the server can see."""
    return {"nonce": b64encode(os.urandom(12)).decode(), "ciphertext": b64encode(os.urandom(256 * steps + 16)).decode()}


def new_room(slug: str = ROOM) -> dict:
    """What a browser sends to make a room."""
    salt = b64encode(os.urandom(16)).decode()
    return {"room": slug, "salt": salt, "check": looks_sealed(), "words": looks_sealed()}
