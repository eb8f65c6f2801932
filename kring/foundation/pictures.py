"""Pictures made anew from what was sent: upright, small, and without what is hidden in them."""

from collections.abc import Callable
from io import BytesIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from kring.foundation.refusals import Refusal

MOST_BYTES = 8_000_000
MOST_PIXELS = {"JPEG": 60_000_000, "PNG": 20_000_000, "WEBP": 20_000_000}  # a JPEG is opened small at once


class NoPicture(Refusal):
    message = _("Dit is geen foto die we kunnen openen. Kies een JPEG of PNG.")
    field = "photo"


class TooLarge(Refusal):
    message = _("Deze foto is te groot. Kies er een van hooguit 8 MB.")
    field = "photo"


def a_face(side: int) -> Callable:
    """Cut to a square."""
    return lambda picture: ImageOps.fit(picture, (side, side))


def no_larger_than(side: int) -> Callable:
    """The whole picture, as large as it may be; what is see-through becomes paper."""

    def whole(picture: Image.Image) -> Image.Image:
        small = picture.copy()
        small.thumbnail((side, side))
        return small

    return whole


def made_anew(sent: bytes, *, side: int, shape: Callable) -> bytes:
    """A JPEG of the same picture: without place, date or camera."""
    if len(sent) > MOST_BYTES:
        raise TooLarge
    try:
        with Image.open(BytesIO(sent), formats=list(MOST_PIXELS)) as picture:
            if picture.width * picture.height > MOST_PIXELS[picture.format]:
                raise TooLarge
            picture.draft("RGB", (side * 2, side * 2))
            upright = on_paper(ImageOps.exif_transpose(picture))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NoPicture from None
    small, bare = shape(upright), BytesIO()
    Image.frombytes("RGB", small.size, small.tobytes()).save(bare, "JPEG", quality=82)
    return bare.getvalue()


def on_paper(picture: Image.Image) -> Image.Image:
    """A drawing without a ground gets white paper under it."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    drawn = picture.convert("RGBA")
    paper = Image.new("RGB", drawn.size, "white")
    paper.paste(drawn, mask=drawn.getchannel("A"))
    return paper
