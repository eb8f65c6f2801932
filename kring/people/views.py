"""Coming in and going out: the personal link, the code from paper, one's own settings."""

from allauth.socialaccount.adapter import get_adapter as get_social_adapter
from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_POST

from kring.foundation import tongues
from kring.foundation.doors import open_to_all, signed_in
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.people.devices import RememberedDevice
from kring.people.forms import FirstNameForm, PaperCodeForm, SettingsForm
from kring.people.links import PersonalLink, here
from kring.people.models import Desk
from kring.people.proving import at_work, factors
from kring.people.signing_in import come_in_by

GUESSES = {"per_address": "30/15m"}  # wrong links and codes from one place
NAMES = {"per_address": "20/15m", "per_key": "5/15m"}
DESKS = {
    Desk.MANAGER: "oversight:desk",
    Desk.OFFICE: "oversight:desk",
    Desk.COORDINATOR: "matching:mine",
    Desk.FUNDER: "figures:town",
    Desk.EDITOR: "stories:desk",
}
NAMED = {"stories:desk": _lazy("Vrijdagverhalen")}


@open_to_all
def come_in(request):
    """Who takes part opens the personal link; who works here gets a code by mail."""
    return render(request, "people/pages/come_in.html", {"next": here(request.GET.get("next", ""))})


@open_to_all
def type_code(request):
    """The way in for who has the link on paper only."""
    limited(request, "link", **GUESSES, by=0)
    form = PaperCodeForm(posted(request))
    if form.is_valid():
        return redirect(form.link.address().removeprefix(settings.BASE_URL))
    if form.is_bound:
        limited(request, "link", **GUESSES)
    return render(request, "people/pages/type_code.html", {"form": form})


@open_to_all
def link(request, code: str):
    """Looking changes nothing, so a mail scanner does no harm; the button lets in."""
    limited(request, "link", **GUESSES, by=0)
    found = PersonalLink.at(code)
    if found is None:
        limited(request, "link", **GUESSES)
        return render(request, "people/pages/link_gone.html", status=404)
    with translation.override(spoken(request, found.person)):
        return at_the_door(request, found)


def spoken(request: HttpRequest, person) -> str:
    """The language chosen in this browser, else that of the person."""
    return translation.get_language() if settings.LANGUAGE_COOKIE_NAME in request.COOKIES else person.language


def at_the_door(request: HttpRequest, found: PersonalLink):
    leads_to = here(request.GET.get("naar", "")) or reverse("people:home")
    if request.user == found.person:
        return HttpResponseRedirect(leads_to)
    form = FirstNameForm(found.person, posted(request)) if found.person.shares_phone else None
    if request.method == "POST" and may_enter(request, found, form):
        response = HttpResponseRedirect(leads_to, status=303)
        if request.user.is_authenticated:
            response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)  # it was somebody else's choice
        come_in_by(found, request)
        return response
    return render(request, "people/pages/link.html", {"link": found, "form": form})


def may_enter(request: HttpRequest, found: PersonalLink, form: FirstNameForm | None) -> bool:
    if form is None:
        return True
    limited(request, "first-name", **NAMES, key=found.slug)
    return form.is_valid()


@signed_in
def home(request):
    """On to where this person belongs: the one conference, the desk, or a list to choose from."""
    places, request.face = places_of(request.user), face_of(request.user)
    if len(places) == 1:
        return HttpResponseRedirect(places[0][1])
    return render(request, "people/pages/home.html", {"places": places})


def face_of(person) -> str:
    return "desk" if person.is_at_a_desk else "family"


def places_of(person) -> list[tuple[str, str]]:
    """Where somebody can go: the name and the address of each desk and conference."""
    desks = {DESKS[desk] for desk in Desk if desk in person.seats()}
    found = [(NAMED.get(name) or _("Mijn werkplek"), reverse(name)) for name in sorted(desks, reverse=True)]
    if found:
        return found
    conferences = apps.get_model("kring", "Conference").objects.of(person).order_by("-created_at")
    return [(str(conference), reverse("conference:show", args=[conference.slug])) for conference in conferences]


@signed_in
def own_settings(request):
    """How somebody wants to be spoken to and reached."""
    form, request.face = SettingsForm.of(request.user, posted(request)), face_of(request.user)
    if form.is_bound and form.carry(request.user.choose):
        messages.success(request, _("Dank u. Zo doen we het."))
        response = redirect("people:settings")
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        return response
    is_staff = request.user.is_at_a_desk
    keys = {"devices": request.user.devices.all(), "factors": factors(request.user).count()} if is_staff else {}
    return render(request, "people/pages/settings.html", {"form": form} | keys)


@at_work
@require_POST
def forget_device(request):
    request.user.devices.filter(slug=request.POST.get("device", "")).delete()
    return redirect("people:settings")


@signed_in
@require_POST
def sign_out_everywhere(request):
    """End every session of this person, this one too, and forget the devices."""
    RememberedDevice.forget_all(request.user)
    request.user.end_sessions()
    return redirect("people:gone")


@open_to_all
@require_POST
def language(request):
    """Speak another language: in this browser for as long as it is open, and to this person from now on."""
    response = HttpResponseRedirect(here(request.POST.get("next", "")) or "/", status=303)
    chosen = request.POST.get("language")
    if chosen in tongues.AT_THE_DOOR and request.user.is_authenticated:
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        request.user.speak(chosen)
    elif chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, httponly=True, samesite="Lax", secure=settings.PRODUCTION
        )
        if request.user.is_authenticated:
            request.user.speak(chosen)
    return response


@open_to_all
def gone(request):
    """«Tot ziens»."""
    return render(request, "people/pages/gone.html")


def work_accounts(request: HttpRequest) -> list:
    """The identity providers that were switched on by configuration."""
    return get_social_adapter().list_providers(request)
