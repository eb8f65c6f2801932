"""A coordinator's photo: made anew from what was sent, so that nothing hidden in it comes along."""

from io import BytesIO

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from kring.foundation.refusals import Refusal
from kring.matching.register import Coordinator

MOST_BYTES, MOST_PIXELS, SIDE = 8_000_000, 60_000_000, 480
KINDS = ["JPEG", "PNG", "WEBP"]


class NoPicture(Refusal):
    message = _("Dit is geen foto die we kunnen openen. Kies een JPEG of PNG.")
    field = "photo"


class TooLarge(Refusal):
    message = _("Deze foto is te groot. Kies er een van hooguit 8 MB.")
    field = "photo"


def made_anew(sent: bytes) -> bytes:
    """A small JPEG of the same picture: upright, without place, date or camera."""
    if len(sent) > MOST_BYTES:
        raise TooLarge
    try:
        with Image.open(BytesIO(sent), formats=KINDS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise TooLarge
            picture.draft("RGB", (SIDE * 2, SIDE * 2))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NoPicture from None
    small, bare = ImageOps.fit(upright, (SIDE, SIDE)), BytesIO()
    Image.frombytes("RGB", small.size, small.tobytes()).save(bare, "JPEG", quality=82)
    return bare.getvalue()


class Portrait(models.Model):
    """For the family it works for and for the desk; never on a public page, and nobody has to."""

    coordinator = models.OneToOneField(Coordinator, models.CASCADE, related_name="portrait")
    picture = models.BinaryField(_("foto"))
    made_at = models.DateTimeField(_("geplaatst op"), default=timezone.now)

    class Meta:
        verbose_name = _("foto van een coördinator")

    @classmethod
    def show(cls, coordinator: Coordinator, *, photo) -> "Portrait":
        """Take the place of an earlier one."""
        if photo.size > MOST_BYTES:
            raise TooLarge
        new = {"picture": made_anew(photo.read()), "made_at": timezone.now()}
        return cls.objects.update_or_create(coordinator=coordinator, defaults=new)[0]
