"""What people send: a drawing, a picture or a voice; checked by content, locked with our own key, kept apart."""

import re
import secrets
from datetime import timedelta

from cryptography.fernet import InvalidToken
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation import pictures, sounds
from kring.foundation.addresses import SlugField
from kring.foundation.locking import ring
from kring.foundation.refusals import Refusal
from kring.foundation.working import every

SIDE = 1600  # of a drawing, in points
GRACE = timedelta(hours=2)  # a file this young may belong to a row that is being written
NAMES = {"image/jpeg": "tekening.jpg", "audio/wav": "geluid.wav", "audio/mpeg": "geluid.mp3"}
NAMES |= {"audio/ogg": "geluid.ogg", "audio/mp4": "geluid.m4a", "audio/webm": "geluid.webm"}
RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
IN_A_BOX = "default-src 'none'; sandbox"


class Empty(Refusal):
    message = _("In dit bestand zit niets. Kies een ander.")


def store() -> Storage:
    """Where the files are: a folder beside the data, or what KRING_UPLOADS says."""
    return storages["uploads"]


class UploadQuerySet(models.QuerySet):
    def delete(self):
        """The files go when the rows are gone for certain."""
        names = list(self.values_list("name", flat=True))
        gone = super().delete()
        transaction.on_commit(lambda: throw_away(names))
        return gone


class Upload(models.Model):
    """One file. Its name is made up here; what the sender called it is forgotten."""

    class Kind(models.TextChoices):
        PICTURE = "picture", _("tekening of foto")
        SOUND = "sound", _("gesproken boodschap")

    slug = SlugField()
    name = models.CharField(_("naam in de opslag"), max_length=40, unique=True)
    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    content_type = models.CharField(_("vorm"), max_length=20)
    added_at = models.DateTimeField(_("gestuurd op"), default=timezone.now)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("bestand")

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_picture(self) -> bool:
        return self.kind == self.Kind.PICTURE

    @classmethod
    def picture(cls, sent, *, side: int = SIDE) -> "Upload":
        """A drawing or photo, made anew."""
        content = taken_in(sent, most=pictures.MOST_BYTES, too_large=pictures.TooLarge)
        anew = pictures.made_anew(content, side=side, shape=pictures.no_larger_than(side))
        return cls._keep(anew, kind=cls.Kind.PICTURE, content_type="image/jpeg")

    @classmethod
    def sound(cls, sent) -> "Upload":
        """A voice, as it was recorded."""
        content = taken_in(sent, most=sounds.MOST_BYTES, too_large=sounds.TooLong)
        return cls._keep(content, kind=cls.Kind.SOUND, content_type=sounds.kind_of(content))

    @classmethod
    def _keep(cls, content: bytes, **what) -> "Upload":
        name = store().save(secrets.token_hex(16), ContentFile(ring().encrypt(content)))
        return cls.objects.create(name=name, **what)

    def content(self) -> bytes:
        try:
            with store().open(self.name) as file:
                return ring().decrypt(file.read())
        except FileNotFoundError:
            raise Http404 from None
        except InvalidToken as wrong:
            raise ImproperlyConfigured("An upload does not open: is a key missing from KRING_FIELD_KEYS?") from wrong

    def delete(self, *args, **kwargs):
        gone = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: throw_away([self.name]))
        return gone


def taken_in(sent, *, most: int, too_large: type[Refusal]) -> bytes:
    if sent.size > most:
        raise too_large
    content = sent.read(most + 1)
    if not content.strip(b"\0 \n\r\t"):
        raise Empty
    return content


def throw_away(names: list[str]) -> None:
    for name in names:
        store().delete(name)


# --- showing ----------------------------------------------------------------------------------------------------------
def served(upload: Upload, request: HttpRequest) -> HttpResponse:
    """The file itself, as what we know it to be and as nothing else; a player may ask for a piece of it."""
    content, status = upload.content(), 200
    piece = piece_of(content, request.headers.get("Range", ""))
    response = HttpResponse(content_type=upload.content_type)
    if piece:
        response["Content-Range"] = f"bytes {piece.start}-{piece.stop - 1}/{len(content)}"
        content, status = content[piece], 206
    response.content, response.status_code = content, status
    response["Content-Length"], response["Accept-Ranges"] = str(len(content)), "bytes"
    response["Content-Disposition"] = f'inline; filename="{NAMES[upload.content_type]}"'
    response["Content-Security-Policy"], response["X-Content-Type-Options"] = IN_A_BOX, "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def piece_of(content: bytes, asked: str) -> slice | None:
    """«bytes=0-1» and «bytes=100-»; anything else is answered with the whole."""
    found = RANGE.match(asked)
    if not found or not found[1]:
        return None
    first, last = int(found[1]), int(found[2]) if found[2] else len(content) - 1
    return slice(first, min(last, len(content) - 1) + 1) if first <= last and first < len(content) else None


# --- keeping in order -------------------------------------------------------------------------------------------------
@every(3600, "uploads")
def sweep(now=None) -> int:
    """Rows without an owner go, and files without a row: of what was erased, and of a try that broke off."""
    young = (now or timezone.now()) - GRACE
    owners = {owner.name: None for owner in Upload._meta.related_objects}
    Upload.objects.filter(added_at__lt=young, **owners).delete()
    known = set(Upload.objects.values_list("name", flat=True))
    lost = [name for name in everything() if name not in known and store().get_modified_time(name) < young]
    throw_away(lost)
    return len(lost)


def everything() -> list[str]:
    """The name of every file there is."""
    try:
        return store().listdir("")[1]
    except FileNotFoundError:
        return []


def lock_again() -> int:
    """Lock every file anew with the first key."""
    names = list(Upload.objects.values_list("name", flat=True))
    return sum(lock_one_again(name) for name in names if store().exists(name))


def lock_one_again(name: str) -> int:
    """The row moves to a new file before the old one goes, so that nothing is lost when it breaks off."""
    with store().open(name) as file:
        anew = store().save(secrets.token_hex(16), ContentFile(ring().rotate(file.read())))
    if Upload.objects.filter(name=name).update(name=anew):
        transaction.on_commit(lambda: throw_away([name]))
        return 1
    throw_away([anew])
    return 0
