"""Who appears in a story, and their yes to the very words; known to the editors alone, tied to nobody's data."""

from datetime import date, datetime, time

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.links import new_nonce
from kring.people.marking import halves, is_marked, mark_of
from kring.people.models import Person
from kring.stories.models import FridayStory
from kring.stories.refusals import AfterTheDay, NamesFirst, TextChanged


class SaysYes(models.TextChoices):
    SELF = "self", _("voor zichzelf")
    PARENT = "parent", _("als ouder, voor een kind")


class How(models.TextChoices):
    LINK = "link", _("via de eigen link")
    PAPER = "paper", _("op papier")
    PHONE = "phone", _("aan de telefoon")


class StoryPerson(models.Model):
    """Somebody who appears in a story, as the editors know them; the name goes when the story goes."""

    slug = SlugField()
    nonce = models.CharField(_("eenmalig getal"), max_length=16, default=new_nonce, editable=False)
    story = models.ForeignKey(FridayStory, models.CASCADE, related_name="people")
    name = LockedTextField(_("naam"))
    email = LockedTextField(_("e-mailadres"), blank=True)
    says_yes = models.CharField(_("zegt ja"), max_length=10, choices=SaysYes, default=SaysYes.SELF)
    mailed_at = models.DateTimeField(_("link gemaild op"), null=True, blank=True)
    said_no_at = models.DateTimeField(_("nee gezegd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("wie in een verhaal voorkomt")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    # --- questions -------------------------------------------------------------------------------------------------
    @classmethod
    def at(cls, code: str) -> "StoryPerson | None":
        """Whose page this is; the row alone opens nothing."""
        slug, mark = halves(code)
        found = cls.objects.select_related("story").filter(slug=slug).first() if slug else None
        return found if found and is_marked("story", found.slug, found.nonce, mark) else None

    @property
    def address(self) -> str:
        """Their own page: to read the text and to say yes or no, now and later."""
        code = f"{self.slug}-{mark_of('story', self.slug, self.nonce)}"
        return settings.BASE_URL + reverse("stories:own", args=[code])

    @property
    def consent(self) -> "StoryConsent | None":
        """The yes to the words of now."""
        return next((yes for yes in self.consents.all() if yes.version == self.story.version), None)

    # --- verbs -----------------------------------------------------------------------------------------------------
    def agree(
        self, *, version: int, how: str = How.LINK, by: Person | None = None, note: str = "", on: date | None = None
    ) -> None:
        """A yes to one version; on paper or by phone the editor says how and when."""
        if on and on > timezone.localdate():
            raise AfterTheDay
        given_at = timezone.make_aware(datetime.combine(on, time(12))) if on else timezone.now()
        with transaction.atomic():
            story = FridayStory.objects.select_for_update().get(pk=self.story_id)
            if not story.has_other_names:
                raise NamesFirst
            if version != story.version:
                raise TextChanged
            said = {"given_at": given_at, "how": how, "noted_by": by, "note": note}
            self.consents.update_or_create(version=version, defaults=said)
            self._say(None)
            count_consents(story)

    @transaction.atomic
    def take_back(self) -> None:
        """No, or not any more: the story goes at once, and nobody asks why."""
        self.consents.all().delete()
        self._say(timezone.now())
        count_consents(self.story)

    @transaction.atomic
    def leave_out(self) -> None:
        """They do not appear in it any more: from now on the others decide."""
        story = self.story
        self.delete()
        count_consents(story)

    def _say(self, said_no_at: datetime | None) -> None:
        self.said_no_at = said_no_at
        self.save(update_fields=["said_no_at"])


class StoryConsent(models.Model):
    """One person's yes to one version of a story: how, when, and who wrote it down."""

    person = models.ForeignKey(StoryPerson, models.CASCADE, related_name="consents")
    version = models.PositiveSmallIntegerField(_("versie"))
    given_at = models.DateTimeField(_("ja gezegd op"), default=timezone.now)
    how = models.CharField(_("hoe"), max_length=10, choices=How, default=How.LINK)
    note = LockedTextField(_("hoe het is vastgelegd"), blank=True)
    noted_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("ja tegen een verhaal")
        constraints = [models.UniqueConstraint(fields=["person", "version"], name="one_yes_a_version")]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_how_display()}"


@transaction.atomic
def name_somebody(story: FridayStory, *, name: str, email: str = "", says_yes: str = SaysYes.SELF) -> StoryPerson:
    """One more who must say yes: until then the story waits."""
    person = StoryPerson.objects.create(story=story, name=name, email=email, says_yes=says_yes)
    count_consents(story)
    return person


def count_consents(story: FridayStory) -> None:
    """Did everybody in it say yes to the words of now? If not, it is nowhere to be read any more."""
    story = FridayStory.objects.select_for_update().get(pk=story.pk)
    people = story.people.count()
    agreed = StoryConsent.objects.filter(person__story=story, version=story.version).count()
    if people and people == agreed:
        changes = {"consent_version": story.version}
    else:
        changes = {"consent_version": 0} | ({} if story.is_invented else {"published_on": None})
        changes["changed_at"] = timezone.now()
    FridayStory.objects.filter(pk=story.pk).update(**changes)
