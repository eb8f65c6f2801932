"""In other words: a form in plain Dutch or in somebody's language, beside the original that binds."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.models import ConditionsForm
from kring.conditions.refusals import NothingWritten, WhoMadeIt
from kring.conditions.wording import refuse_hidden
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.uploads import Upload
from kring.people.models import Person

PLAIN = "nl"
LANGUAGES = [
    (PLAIN, _("eenvoudig Nederlands")), ("ar", _("Arabisch")), ("tr", _("Turks")), ("pl", _("Pools")),
    ("en", _("Engels")), ("uk", _("Oekraïens")), ("ti", _("Tigrinya")), ("so", _("Somalisch")), ("fa", _("Farsi")),
    ("pap", _("Papiaments")), ("es", _("Spaans")), ("fr", _("Frans")), ("bg", _("Bulgaars")), ("ro", _("Roemeens")),
    ("zh", _("Chinees")), ("rif", _("Tamazight")), ("srn", _("Sranan")), ("ku", _("Koerdisch")), ("fy", _("Fries")),
]  # fmt: skip
FROM_THE_RIGHT = {"ar", "fa"}


class InOtherWords(models.Model):
    """The same content in another form (R-INF-4): an explanation or a translation. What binds is the original."""

    slug = SlugField()
    form = models.ForeignKey(ConditionsForm, models.CASCADE, related_name="in_other_words")
    language = models.CharField(_("taal"), max_length=10, choices=LANGUAGES)
    text = LockedTextField(_("tekst"), blank=True)
    upload = models.OneToOneField(Upload, models.SET_NULL, null=True, blank=True, related_name="explains")
    made_by = LockedTextField(_("wie het vertaalde"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("gezet door")
    )
    written_at = models.DateTimeField(_("geschreven op"), default=timezone.now)

    class Meta:
        verbose_name = _("voorwaarden in andere woorden")
        ordering = ["form", "pk"]
        constraints = [models.UniqueConstraint(fields=["form", "language"], name="one_explanation_a_language")]

    @property
    def is_plain(self) -> bool:
        return self.language == PLAIN

    @property
    def dir(self) -> str:
        return "rtl" if self.language in FROM_THE_RIGHT else "ltr"

    @classmethod
    @transaction.atomic
    def write(
        cls, form: ConditionsForm, *, language: str, text: str = "", photo=None, sound=None, made_by: str = "",
        by: Person | Hand,
    ) -> "InOtherWords":  # fmt: skip
        """By who set the conditions or by the manager; a second text in a language takes the place of the first."""
        hand = cls._writer(form, by)
        refuse_hidden(text)
        if not (text or photo or sound):
            raise NothingWritten
        if language not in dict(LANGUAGES):
            raise NotAllowed
        if language != PLAIN and not made_by:
            raise WhoMadeIt
        for old in form.in_other_words.filter(language=language):
            old.throw_away()
        upload = Upload.picture(photo) if photo else Upload.sound(sound) if sound else None
        who = {"made_by": made_by, "written_by": hand.name_of}
        return cls.objects.create(form=form, language=language, text=text, upload=upload, **who)

    @classmethod
    def _writer(cls, form: ConditionsForm, by: Person | Hand) -> Hand:
        hand = form.conference.write_down("explain_conditions", by=by)
        if hand.name_of not in (form.setter, form.conference.manager):
            raise NotAllowed
        return hand

    @transaction.atomic
    def take_back(self, *, by: Person | Hand) -> None:
        self._writer(self.form, by)
        self.throw_away()

    def throw_away(self) -> None:
        upload = self.upload
        self.delete()
        if upload:
            upload.delete()
