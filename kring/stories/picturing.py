"""The picture with a story: never without who made it, what is on it, and how the yes for it was given (B32)."""

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.foundation.uploads import Upload
from kring.people.models import Person
from kring.stories.refusals import PictureNeedsWords

HAS_WORDS = ~Q(photo_alt="") & ~Q(photo_credit="") & ~Q(photo_consent="")


class Pictured(models.Model):
    """What may have a picture; another one is another version of it."""

    photo = models.OneToOneField(Upload, models.SET_NULL, null=True, blank=True)
    photo_alt = models.CharField(_("wat er op de foto staat"), max_length=300, blank=True)
    photo_credit = models.CharField(_("fotografie"), max_length=200, blank=True)
    photo_consent = models.CharField(_("hoe het ja voor de foto is gegeven"), max_length=300, blank=True)

    class Meta:
        abstract = True

    @transaction.atomic
    def show(self, *, photo=None, alt: str, credit: str, consent: str, by: Person) -> None:
        """Put a picture with it, made anew, or other words with the picture that is there."""
        if not (alt and credit and consent and (photo or self.photo_id)):
            raise PictureNeedsWords
        words = {"photo_alt": alt, "photo_credit": credit, "photo_consent": consent}
        if photo:
            self.begin_version(by, photo=Upload.picture(photo), **words)
        elif words != {name: getattr(self, name) for name in words}:
            self.begin_version(by, **words)

    @transaction.atomic
    def hide_picture(self) -> None:
        """Without the picture, at once; that needs nobody's yes."""
        before, bare = self.photo, {"photo": None, "photo_alt": "", "photo_credit": "", "photo_consent": ""}
        for name, value in bare.items():
            setattr(self, name, value)
        self.save(update_fields=list(bare))
        if before:
            before.delete()
