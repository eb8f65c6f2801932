"""Noting whom it is about and who decides for a child: by the regiomanager, while it can still change."""

from django.db import transaction

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.people.models import Person
from kring.referral import deciding
from kring.referral.answers import Authority


@transaction.atomic
def change_person(conference: Conference, person: Person, *, by: Person | Hand, **about) -> None:
    """Name, month of birth and how to reach somebody, as the talk taught us."""
    conference.write_down("note_authority", by=by)
    for name, value in about.items():
        setattr(person, name, value)
    person.save(update_fields=list(about))
    conference.forget_seats()
    recount(conference)


@transaction.atomic
def note_authority(authority: Authority, about: dict, *, by: Person | Hand) -> Authority:
    """What we know of this parent. Who has no authority is not asked, so an answer of theirs does not count."""
    conference = authority.conference
    conference.write_down("note_authority", by=by)
    is_known = Authority.objects.filter(child=authority.child, parent=about["parent"]).exclude(pk=authority.pk)
    if about["parent"] and is_known.exists():
        authority = is_known.get()
    for name, value in about.items():
        setattr(authority, name, value)
    authority.save()
    recount(conference)
    return authority


def recount(conference: Conference) -> None:
    """What was learned can mean that nothing is waited for any more."""
    if conference.phase == Phase.REFERRAL:
        deciding.go_on(conference, by=deciding.hand_of_a_yes(conference))
