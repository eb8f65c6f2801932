"""Sounds by what they are, never by what they are called: WAV, MP3, OGG, M4A and WebM."""

import re

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal

MOST_BYTES = 12_000_000  # twenty minutes of talking on a phone
SOMETHING_ELSE = re.compile(rb"<script|<html|<svg|<\?php|<!doctype|%PDF-", re.IGNORECASE)
END_OF_ZIP, TAIL = b"PK\x05\x06", 70_000
APPLE = (b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"dash", b"3gp4", b"3gp5")
OGG = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")


class NoSound(Refusal):
    message = _("Dit geluid kunnen we niet openen. Kies een opname van je telefoon, of MP3, WAV, OGG, M4A of WebM.")
    field = "sound"


class TooLong(Refusal):
    message = _("Deze opname is te groot. Kies er een van hooguit 12 MB. Dat is ongeveer twintig minuten praten.")
    field = "sound"


def is_wav(sent: bytes) -> bool:
    return sent[:4] == b"RIFF" and sent[8:12] == b"WAVE" and sent[12:16] in (b"fmt ", b"JUNK", b"bext", b"LIST")


def is_mp3(sent: bytes) -> bool:
    """Frames, after a tag whose length is counted in seven bits a byte."""
    start = 0
    if sent[:3] == b"ID3" and len(sent) > 10:
        start = 10 + sum((size & 127) << shift for size, shift in zip(sent[6:10], (21, 14, 7, 0), strict=True))
        start += next((at for at, sign in enumerate(sent[start : start + 4096]) if sign), 0)  # padding
    frame = sent[start : start + 3]
    if len(frame) < 3 or frame[0] != 0xFF or frame[1] & 0xE0 != 0xE0:
        return False
    layer, rate, sampled = frame[1] & 6, frame[2] >> 4, frame[2] >> 2 & 3
    return layer == 2 and rate not in (0, 15) and sampled != 3


def is_ogg(sent: bytes) -> bool:
    return sent[:5] == b"OggS\x00" and any(codec in sent[27:80] for codec in OGG)


def is_m4a(sent: bytes) -> bool:
    return sent[4:8] == b"ftyp" and sent[8:12] in APPLE and 8 < int.from_bytes(sent[:4], "big") < 200


def is_webm(sent: bytes) -> bool:
    return sent[:4] == b"\x1aE\xdf\xa3" and b"webm" in sent[:64]


KINDS = {"audio/wav": is_wav, "audio/mpeg": is_mp3, "audio/ogg": is_ogg, "audio/mp4": is_m4a, "audio/webm": is_webm}


def kind_of(sent: bytes) -> str:
    """The content type of a sound; refused when it is none, or is something else as well."""
    if len(sent) > MOST_BYTES:
        raise TooLong
    found = next((kind for kind, is_it in KINDS.items() if is_it(sent)), None)
    if found is None or SOMETHING_ELSE.search(sent) or END_OF_ZIP in sent[-TAIL:]:
        raise NoSound
    return found
