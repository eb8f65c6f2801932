"""The Friday story in a browser: a reader, a mother who says yes, an editor, Friday, and two ways to stop."""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone

from kring.foundation.working import work_off
from kring.stories import fridays
from kring.stories.appearing import StoryPerson
from kring.stories.models import FridayStory
from kring.stories.sending import FridayRound, send_round
from kring.stories.subscribing import Subscriber
from tests.stories_room.scenes import editor

pytestmark = pytest.mark.browser


def link_in(message) -> str:
    return re.search(r"http://\S+", message.body)[0]


def is_in(visitor, stage, person) -> None:
    """Signed in already: how that goes is another story."""
    client = Client()
    stage.enter(client, person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    visitor.page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": settings.BASE_URL}]
    )


def test_a_story_from_draft_to_mailbox_and_two_ways_to_stop(visitor, stage, monkeypatch):
    monkeypatch.setattr(settings, "EMAIL_URL", "smtp://mail.example")
    reader = visitor("Lezer").goes_to("/vrijdagverhalen/").presses("Krijg het elke vrijdag per mail")
    reader.fills(email="lezer@thuis.example").presses("Schrijf mij in").sees("Kijk nu in uw mail")
    work_off()
    reader.goes_to(link_in(mail.outbox[-1])).presses("Ja, stuur mij het verhaal").sees("U staat op de lijst")

    henk = visitor("Henk")
    is_in(henk, stage, stage.henk)
    henk.goes_to("/werk/vrijdagverhalen/nieuw/").fills(
        title="Negen stoelen", text="Hij zette er vier neer.\n\nEr kwamen er negen."
    )
    henk.presses("Bewaar").presses("Niemand is te herkennen").presses("Zet iemand erbij")
    henk.fills(name="Gerrit").presses("Zet erbij").sees("nog geen ja tegen deze tekst")

    gerrit = visitor("Gerrit").goes_to(StoryPerson.objects.get().address).sees("Er kwamen er negen.")
    gerrit.presses("Ja, dit mag").sees("U zei ja op")
    henk.page.reload()
    henk.sees("wacht op een tweede lezer").sees("Vraag iemand anders van de redactie")

    story = FridayStory.objects.get()
    story.look_over(by=editor())
    story.publish_on(fridays.last())
    now = timezone.now()
    send_round.enqueue(FridayRound.objects.create(friday=fridays.last(), story=story, began_at=now, beat_at=now).pk)
    work_off()
    mailed = mail.outbox[-1]
    assert (mailed.to, mailed.subject) == (["lezer@thuis.example"], "Vrijdagverhaal: Negen stoelen")

    friend = visitor("Vriendin").goes_to(re.search(r"http://\S+/afmelden/", mailed.body)[0])  # it was forwarded to her
    friend.fills(email="lezer@thuis.example").presses("Stuur mij de knop").sees("Staat dit adres op de lijst?")
    friend.goes_to("/vrijdagverhalen/").presses("Negen stoelen").sees("De namen zijn veranderd.")
    assert Subscriber.objects.count() == 1

    button = mailed.extra_headers["List-Unsubscribe"].strip("<>")
    reader.goes_to(button).sees("Met deze knop stopt het meteen")
    assert reader.page.request.post(button, form={"List-Unsubscribe": "One-Click"}).status == 200
    assert not Subscriber.objects.exists()

    gerrit.page.reload()
    gerrit.presses("Toch niet, haal het weg").sees("Dit verhaal staat nergens")
    friend.goes_to("/vrijdagverhalen/").does_not_see("Negen stoelen")
