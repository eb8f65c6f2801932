"""What people send: judged by content, locked, kept apart, and gone when its row is."""

import struct
import zlib
from datetime import timedelta
from io import BytesIO

import pytest
from cryptography.fernet import Fernet
from django.test import RequestFactory
from django.utils import timezone
from PIL import Image

from kring.foundation import pictures, receiving, sounds, uploads
from kring.foundation.refusals import Refusal
from kring.foundation.uploads import Upload, served, store
from tests.foundation.sent import MP3, OGG, SOUNDS, a_drawing, a_wav, sent

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path / "uploads"


def a_bomb() -> bytes:
    """A small file that says it is a picture of nine hundred million points."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    body = b"IDAT" + zlib.compress(b"\0" * 90_000)
    return start + struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def is_refused(take, content: bytes, **named) -> bool:
    with pytest.raises(Refusal) as said:
        take(sent(content, **named))
    assert str(said.value.message).endswith(".")
    return not Upload.objects.exists() and uploads.everything() == []


def test_a_drawing_is_made_anew_without_what_is_hidden_in_it():
    exif = Image.Exif()
    exif[0x010E], exif[0x9286] = "Dorpsstraat 1", "thuis"
    upload = Upload.picture(sent(a_drawing("JPEG", (4000, 1000), exif=exif)))

    with Image.open(BytesIO(upload.content())) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1600, 400))
        assert not picture.getexif()
    assert b"Dorpsstraat" not in upload.content()


def test_a_drawing_without_a_ground_gets_white_paper():
    drawn = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(drawn, "PNG")

    with Image.open(BytesIO(Upload.picture(sent(drawn.getvalue())).content())) as picture:
        assert picture.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 500, SVG, b"GIF89a" + b"\1" * 90, b"%PDF-1.7 x", b"MZ\x90\0", a_bomb(), a_drawing()[:200], a_wav()],
    ids=["nothing", "zeros", "svg", "gif", "pdf", "program", "bomb", "half", "sound"],
)  # fmt: skip
def test_what_is_no_picture_gets_one_sentence_whatever_it_is_called(content):
    assert is_refused(Upload.picture, content, name="lief.png", kind="image/png")


def test_too_large_gets_one_sentence():
    assert is_refused(Upload.picture, b"\x89PNG" + b"\1" * pictures.MOST_BYTES)
    assert is_refused(Upload.sound, MP3 + b"\1" * sounds.MOST_BYTES)


def test_a_picture_that_is_also_a_page_is_only_a_picture_afterwards():
    both = a_drawing("JPEG") + b"<script>alert(1)</script>" + b"PK\x05\x06"

    content = Upload.picture(sent(both)).content()

    assert b"script" not in content
    assert b"PK\x05\x06" not in content


@pytest.mark.parametrize("kind", SOUNDS)
def test_a_voice_stays_as_it_was_recorded_and_is_known_by_its_content(kind):
    upload = Upload.sound(sent(SOUNDS[kind], name="virus.exe", kind="application/x-msdownload"))

    assert (upload.content_type, upload.content()) == (kind, SOUNDS[kind])


@pytest.mark.parametrize(
    "content",
    [b"", SVG, a_drawing(), b"ID3<script>alert(1)</script>", OGG + b"<html>", MP3 + b"PK\x05\x06", MP3[:2]],
    ids=["nothing", "svg", "drawing", "tag only", "page", "zip", "two signs"],
)  # fmt: skip
def test_what_is_no_voice_or_something_else_as_well_gets_one_sentence(content):
    assert is_refused(Upload.sound, content, name="stem.mp3", kind="audio/mpeg")


def test_on_disk_it_is_locked_nameless_and_for_the_service_alone(folder):
    Upload.sound(sent(a_wav(), name="Sam over papa.wav"))

    (file,) = folder.iterdir()
    assert len(file.name) == 32
    assert b"WAVE" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    assert "Sam" not in str(Upload.objects.values().get())


def test_it_is_served_as_what_it_is_and_never_run():
    upload = Upload.sound(sent(MP3, name="<script>.html", kind="text/html"))

    response = served(upload, RequestFactory().get("/"))

    assert (response.status_code, response.content) == (200, MP3)
    assert response["Content-Type"] == "audio/mpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Content-Disposition"] == 'inline; filename="geluid.mp3"'


def test_a_player_may_ask_for_a_piece():
    upload = Upload.sound(sent(MP3))

    piece = served(upload, RequestFactory().get("/", headers={"Range": "bytes=0-1"}))
    beyond = served(upload, RequestFactory().get("/", headers={"Range": "bytes=99999999-"}))

    assert (piece.status_code, piece.content) == (206, b"ID")
    assert piece["Content-Range"] == f"bytes 0-1/{len(MP3)}"
    assert (beyond.status_code, beyond.content) == (200, MP3)


def test_a_file_goes_with_its_row(django_capture_on_commit_callbacks):
    first, second = Upload.picture(sent(a_drawing())), Upload.sound(sent(MP3))

    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
        Upload.objects.filter(pk=second.pk).delete()

    assert uploads.everything() == []


def test_what_belongs_to_nothing_is_swept_away_but_not_while_it_is_being_written(django_capture_on_commit_callbacks):
    upload = Upload.picture(sent(a_drawing()))
    store().save("0" * 32, BytesIO(b"lost"))

    assert uploads.sweep() == 0
    with django_capture_on_commit_callbacks(execute=True):
        uploads.sweep(timezone.now() + timedelta(hours=3))

    assert not Upload.objects.filter(pk=upload.pk).exists()
    assert uploads.everything() == []


def test_a_new_key_locks_the_files_too(settings, django_capture_on_commit_callbacks):
    upload = Upload.sound(sent(MP3))
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]

    with django_capture_on_commit_callbacks(execute=True):
        assert uploads.lock_again() == 1
    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]

    upload.refresh_from_db()
    assert upload.content() == MP3
    assert uploads.everything() == [upload.name]


def test_of_fifty_megabytes_no_more_is_written_down_than_we_take(rf):
    request = rf.post("/", {"file": sent(b"\1" * 50_000_000)})

    with request.FILES["file"] as file:
        assert file.size < receiving.ENOUGH + 200_000
        assert is_refused(Upload.picture, file.read())


def test_another_store_is_a_matter_of_settings(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {"uploads": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}

    upload = Upload.sound(sent(MP3))

    assert upload.content() == MP3
    assert not (tmp_path / "uploads").exists()
