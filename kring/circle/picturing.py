"""Picturing the invitation: a photo or drawing a main person sends, or one of our own drawings; never needed."""

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.db import models, transaction
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image

from kring.circle.sides import are_apart
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField
from kring.foundation.pictures import made_anew, no_larger_than
from kring.foundation.refusals import Refusal
from kring.foundation.uploads import Upload
from kring.people.models import Person

ON_PAPER = 700  # points, of a photo on a letter or card
FOLDER = "drawings"


class WhichPicture(Refusal):
    message = gettext_lazy("Kies een tekening, of stuur zelf een foto.")
    field = "drawing"


class Drawing(models.TextChoices):
    """Our own drawings. They say something of being together and nothing of anybody."""

    TABLE = "table", gettext_lazy("een ronde tafel met stoelen")
    HOUSE = "house", gettext_lazy("een huis met de deur open")
    TREE = "tree", gettext_lazy("een boom met vogels")
    TEA = "tea", gettext_lazy("een theepot met kopjes")
    BOAT = "boat", gettext_lazy("een bootje op stil water")
    PATH = "path", gettext_lazy("een pad over de heuvels")

    @property
    def file(self) -> str:
        return f"{FOLDER}/{self.value}.svg"


class InvitationPicture(models.Model):
    """What one main person puts beside their words; an upload, or the name of a drawing of ours."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="invitation_pictures")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=gettext_lazy("van"))
    drawing = models.CharField(gettext_lazy("tekening van ons"), max_length=10, choices=Drawing, blank=True)
    upload = models.OneToOneField(Upload, models.SET_NULL, null=True, blank=True, related_name="invites_with")
    chosen_at = models.DateTimeField(gettext_lazy("gekozen op"), default=timezone.now)

    class Meta:
        verbose_name = gettext_lazy("plaatje bij de uitnodiging")
        ordering = ["person"]
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_picture_a_person")]

    def __str__(self) -> str:
        return f"{self.person}: {self.alt}"

    @property
    def alt(self) -> str:
        if self.drawing:
            return _("Tekening: %(what)s") % {"what": Drawing(self.drawing).label}
        return _("Foto of tekening van %(name)s") % {"name": self.person.first_name}

    @property
    def address(self) -> str:
        """A drawing of ours is no secret; an upload is served through the table."""
        if self.drawing:
            return static(Drawing(self.drawing).file)
        return reverse("circle:shown_picture", args=[self.conference.slug, self.slug])

    @classmethod
    def of(cls, conference: Conference, person: Person) -> "InvitationPicture | None":
        return shown(conference.invitation_pictures.filter(person=person)).first()

    @classmethod
    @transaction.atomic
    def choose(cls, conference: Conference, *, drawing: str = "", photo=None, by: Person | Hand) -> "InvitationPicture":
        """One at a time; what was sent is made anew, and goes before what was pointed at."""
        hand = conference.write_down("word_invitation", by=by)
        if not photo and drawing not in Drawing.values:
            raise WhichPicture
        known = {"drawing": "" if photo else drawing, "upload": photo and Upload.picture(photo)}
        mine = {"conference": conference, "person": hand.name_of}
        before = cls.objects.filter(**mine).select_related("upload").first()
        chosen = cls.objects.update_or_create(**mine, defaults=known | {"chosen_at": timezone.now()})[0]
        let_go(before)
        return chosen

    @classmethod
    @transaction.atomic
    def remove(cls, conference: Conference, *, by: Person | Hand) -> None:
        """Without one the words are enough."""
        hand = conference.write_down("word_invitation", by=by)
        mine = cls.objects.filter(conference=conference, person=hand.name_of)
        before = mine.select_related("upload").first()
        mine.delete()
        let_go(before)


def let_go(picture: InvitationPicture | None) -> None:
    if picture and picture.upload:
        picture.upload.delete()


def shown(pictures):
    """An upload that was thrown away leaves nothing to show."""
    return pictures.exclude(drawing="", upload=None).select_related("conference", "person", "upload")


def pictures_of(conference: Conference) -> list[InvitationPicture]:
    """What stands on the invitation, for every invitee the same; of two sides that are kept apart: none (A28)."""
    if are_apart(conference):
        return []
    return list(shown(conference.invitation_pictures.filter(person__in=conference.main_people)))


# --- on paper ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class OnPaper:
    """A picture as it goes into a document: SVG, whatever it was."""

    picture: str
    alt: str


def on_paper(picture: InvitationPicture) -> OnPaper:
    if picture.drawing:
        return OnPaper((settings.HOUSE / "static" / Drawing(picture.drawing).file).read_text(), picture.alt)
    small = made_anew(picture.upload.content(), side=ON_PAPER, shape=no_larger_than(ON_PAPER))
    return OnPaper(framed(small), picture.alt)


def framed(jpeg: bytes) -> str:
    """A JPEG within an SVG."""
    with Image.open(BytesIO(jpeg)) as opened:
        width, height = opened.size
    data = b64encode(jpeg).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{data}"/></svg>'
    )
