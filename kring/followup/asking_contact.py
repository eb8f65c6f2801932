"""Who asks after some weeks how it goes, what a main person may tap instead, and that it is not forgotten."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.followup.contacting import FIRST_CONTACT, PROMISED, Moment, due, to_ask, with_news
from kring.followup.what_is_new import what_is_new
from kring.foundation.posting import post
from kring.foundation.working import every_morning

READY = "foundation/letters/ready.txt"
LETTER = "followup/letters/how_does_it_go.txt"
NEAR = timedelta(days=4)  # before the promise of six weeks is over

looks_into("record_contact", "followup:contact", gettext_lazy("Opvolggesprekken"), About.PLAN)


@asks("record_contact")
def phone_them(conference: Conference, hand: Hand) -> Prompt | None:
    """A person phones: the coordinator, and without one the regiomanager. Whoever said «liever niet» is not called."""
    if hand.is_for_someone_else or hand.by != (conference.coordinator or conference.manager):
        return None
    now = due(what_is_new(conference, hand), timezone.localdate())
    people = to_ask(conference, timezone.localdate()) if now else []
    if not people:
        return None
    names = _(" en ").join(sorted(person.first_name for person in people))
    return Prompt(
        _("Bel %(names)s: hoe gaat het?") % {"names": names}, "followup:contact", _("Leg het gesprek vast"),
        words_for(conference, now[0]), weight=20,
    )  # fmt: skip


def words_for(conference: Conference, moment: Moment) -> str:
    if conference.safety_notes.apart().exists():
        return _("Vraag het aan ieder apart, en alleen als zij dat goed vinden.")
    if moment == Moment.FIRST:
        return _("Vraag of het loopt, en of zij hulp willen om weer bij elkaar te komen. Meer niet.")
    return _("Vraag of de hulp nog loopt, alleen als zij dat goed vinden.")


@asks("answer_contact")
def tell_it_yourself(conference: Conference, hand: Hand) -> Prompt | None:
    news = what_is_new(conference, hand)
    if news.is_in_peace or due(news, timezone.localdate()) is None:
        return None
    text = _("Tik het aan, of wacht tot we bellen. Nee is ook goed.")
    return Prompt(_("Hoe gaat het met jullie plan?"), "followup:how_it_goes", _("Zeg het kort"), text, weight=45)


@asks("record_contact")
def help_them_meet(conference: Conference, hand: Hand) -> Prompt | None:
    """They asked for help to come together, and nobody called them together since."""
    if hand.is_for_someone_else or hand.by != (conference.coordinator or conference.manager):
        return None
    news = what_is_new(conference, hand)
    if not news.wants_help or (news.last_called_at and timezone.localdate(news.last_called_at) >= news.last_on):
        return None
    title = _("%(names)s: graag hulp om weer bij elkaar te komen") % {"names": conference.names}
    text = _("Bel, en help met de dag. Wie er komen, kiezen zij.")
    return Prompt(title, "conference:for_someone", _("Doe het namens hen"), text, weight=19)


@every_morning("contact", hour=9)
def keep_in_touch(today: date) -> int:
    """A main person may say it by the own link; whoever phones hears it in time when it was not done yet."""
    running = Conference.objects.filter(phase=Phase.FOLLOW_UP, resting_since=None)
    old = running.filter(created_at__date__lte=today - FIRST_CONTACT).select_related("region")
    asked = [(conference, due(conference, today)) for conference in with_news(old)]
    return sum(write_to(conference, *now, today) for conference, now in asked if now)


def write_to(conference: Conference, moment: Moment, since: date, today: date) -> int:
    """One message for each time it is asked, however many mornings it is still open."""
    people, about = to_ask(conference, today), {"about": conference, "sent_by": conference.coordinator}
    page = reverse("followup:how_it_goes", args=[conference.slug])
    for person in people:
        key = f"contact:{moment}:{since}:{conference.slug}:{person.slug}"
        post(person, LETTER, key=key, link_path=page, **about)
    caller = conference.coordinator or conference.manager
    if people and caller and today >= since + PROMISED - FIRST_CONTACT - NEAR:
        page = reverse("conference:show", args=[conference.slug])
        post(caller, READY, key=f"contact-late:{moment}:{since}:{conference.slug}", about=conference, link_path=page)
    return len(people)
