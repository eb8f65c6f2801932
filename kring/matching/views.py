"""The coordinator's desk: what is offered to me, and the conferences I organise."""

from functools import partial

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.conference.access import Role
from kring.conference.models import Conference, Participant
from kring.foundation.channels import Channel
from kring.foundation.forms import posted
from kring.foundation.giving import given
from kring.foundation.posting import Message, Status
from kring.matching import offering
from kring.matching.comparing import Around, ties
from kring.matching.forms import AcceptForm, DeclineForm
from kring.matching.models import Offer
from kring.matching.papers import obstacles
from kring.matching.register import Coordinator
from kring.matching.suggesting import weeks_of
from kring.matching.terms import Terms
from kring.matching.wishing import wishes_of
from kring.people.doors import at_desk
from kring.people.models import Desk

BY_HAND = (Status.BY_HAND, Status.FAILED)


def with_seats(conferences):
    """Conferences with everybody who takes part, in two queries."""
    present = Participant.objects.present().select_related("person").order_by("pk")
    return conferences.prefetch_related(Prefetch("participants", queryset=present, to_attr="_seated"))


def to_do_by_hand(person):
    """Messages somebody must call or post, or that failed."""
    return Message.objects.for_sender(person).filter(status__in=BY_HAND).order_by("created_at", "pk")[:50]


@at_desk(Desk.COORDINATOR)
def mine(request):
    seats = Participant.objects.present().filter(person=request.user, role=Role.COORDINATOR)
    conferences = Conference.objects.filter(pk__in=seats.values("conference_id")).exclude(phase="closed")
    profile = Coordinator.objects.filter(person=request.user).first()
    context = {
        "trouble": obstacles(profile, timezone.localdate()) if profile else [],
        "offers": Offer.objects.open().filter(coordinator__person=request.user).select_related("conference__region"),
        "conferences": with_seats(conferences.select_related("municipality", "firstcontact").order_by("moved_at")),
        "profile": profile,
        "by_hand": to_do_by_hand(request.user),
    }
    return render(request, "matching/pages/mine.html", context)


@at_desk(Desk.COORDINATOR)
@require_POST
def available(request):
    """«Ik ben beschikbaar», on and off."""
    profile = get_object_or_404(Coordinator, person=request.user)
    profile.become_available(request.POST.get("available") == "yes")
    return redirect("matching:mine")


def my_offer(request, slug: str) -> Offer:
    offers = Offer.objects.select_related("conference__region", "offered_by", "coordinator__person")
    return get_object_or_404(offers, coordinator__person=request.user, slug=slug)


@at_desk(Desk.COORDINATOR)
def offer(request, slug: str):
    """An offer: region, languages, wishes and period; no name and nothing about the situation (A21, A32)."""
    made = my_offer(request, slug)
    form = AcceptForm(posted(request), ties(made.coordinator, Around.of(made.conference)) if made.is_open else [])
    if form.is_bound and form.carry(partial(offering.accept, made), by=request.user):
        if not form.result:
            return thanked(request, _("Dank u wel dat u het zegt. Dan vragen we iemand anders."))
        messages.success(request, _("Dank u wel. U bent nu de coördinator."))
        return HttpResponseRedirect(offering.where(made.conference), status=303)
    return render(request, "matching/pages/offer.html", asked_of(made) | {"form": form, "no": DeclineForm()})


def asked_of(made: Offer) -> dict:
    """What an offer tells, and no more."""
    begin, end = weeks_of(made.conference, timezone.localdate(made.offered_at))
    languages = [person.get_language_display() for person in made.conference.main_people]
    return {
        "offer": made, "wishes": wishes_of(made.conference), "languages": dict.fromkeys(languages), "begin": begin,
        "end": end, "fee": Terms.now().fee, "obstacles": obstacles(made.coordinator, timezone.localdate()),
    }  # fmt: skip


@at_desk(Desk.COORDINATOR)
@require_POST
def decline(request, slug: str):
    made, form = my_offer(request, slug), DeclineForm(request.POST)
    if form.carry(partial(offering.decline, made), by=request.user):
        return thanked(request, _("Dank u wel voor uw antwoord. We vragen iemand anders."))
    yes = AcceptForm(None, [])
    return render(request, "matching/pages/offer.html", asked_of(made) | {"form": yes, "no": form})


def thanked(request, words):
    messages.success(request, words)
    return redirect("matching:mine")


def my_letter(request, slug: str) -> Message:
    return get_object_or_404(Message.objects.select_related("recipient"), sent_by=request.user, slug=slug)


@at_desk(Desk.COORDINATOR, Desk.MANAGER)
@require_POST
def tick_off(request, slug: str):
    """Somebody called, or the letter is in the post."""
    my_letter(request, slug).tick_off()
    return redirect("people:home")


@at_desk(Desk.COORDINATOR, Desk.MANAGER)
@require_POST
def try_again(request, slug: str):
    """Once more, after somebody put the address right."""
    my_letter(request, slug).try_again()
    return redirect("people:home")


@at_desk(Desk.COORDINATOR, Desk.MANAGER)
def paper(request, slug: str):
    """The letter as a PDF, to print and post."""
    letter = get_object_or_404(Message, sent_by=request.user, slug=slug, channel=Channel.LETTER, status__in=BY_HAND)
    return given(letter.as_pdf(), "brief.pdf", is_shown=True)
