"""Files as people send them, made in memory."""

import struct
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def a_drawing(form: str = "PNG", size: tuple[int, int] = (640, 480), **options) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", size, "orange").save(drawn, form, **options)
    return drawn.getvalue()


def a_wav(seconds: float = 0.1) -> bytes:
    samples = bytes([128, 130]) * int(4000 * seconds)
    head = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8) + b"data" + struct.pack("<I", len(samples))
    return b"RIFF" + struct.pack("<I", len(head) + len(samples)) + head + samples


MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + (b"\xff\xfb\x90\x64" + b"\0" * 413) * 3
OGG = b"OggS\x00\x02" + b"\0" * 21 + b"\x13OpusHead" + b"\1" * 40
M4A = b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom" + b"\0" * 40
WEBM = b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm" + b"\0" * 40
SOUNDS = {"audio/wav": a_wav(), "audio/mpeg": MP3, "audio/ogg": OGG, "audio/mp4": M4A, "audio/webm": WEBM}


def sent(content: bytes, name: str = "van mij.png", kind: str = "image/png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=kind)
