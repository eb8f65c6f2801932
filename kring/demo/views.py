"""Be anyone of the cast with one click, and read every message as its receiver would."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from kring.conference.models import STAFF, Conference
from kring.foundation.doors import open_to_all
from kring.foundation.posting import Message
from kring.people.models import Channel, Person
from kring.people.signing_in import come_in_as


def only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404


def outsiders(conference: Conference) -> list:
    """Everybody but the staff."""
    return [seat for seat in conference.seated() if seat.role not in STAFF]


@open_to_all
@require_GET
def cast(request):
    """Everybody of the demo, conference by conference, and who works here."""
    only_in_demo()
    conferences = Conference.objects.prefetch_related("participants__person").order_by("pk")
    families = [
        {"conference": one, "seats": [seat for seat in one.seated() if seat.role not in STAFF]}
        for one in conferences[:50]
    ]
    workers = Person.objects.filter(seat__isnull=False).distinct().prefetch_related("seat_set").order_by("pk")
    return render(request, "demo/pages/cast.html", {"families": families, "workers": workers})


@open_to_all
@require_POST
def become(request, slug):
    only_in_demo()
    come_in_as(request, get_object_or_404(Person, slug=slug, is_superuser=False))
    return redirect("people:home")


@open_to_all
@require_GET
def post(request):
    """Every message, the newest first, as the receiver sees it."""
    only_in_demo()
    messages = Message.objects.select_related("recipient").order_by("-created_at", "-pk")[:200]
    return render(request, "demo/pages/post.html", {"sent": messages})


@open_to_all
@require_GET
def letter(request, slug):
    """A letter as it comes out of the printer."""
    only_in_demo()
    message = get_object_or_404(Message, slug=slug, channel=Channel.LETTER)
    return HttpResponse(message.as_pdf(), content_type="application/pdf")
