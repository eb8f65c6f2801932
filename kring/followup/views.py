"""After the day: each person the own agreements, the circle how it goes, and a good ending."""

from django.db.models import Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle.sides import people_seen_by
from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import CIRCLE
from kring.followup import telling
from kring.followup.forms import CallForm, ContactForm, ReplyForm, TalkForm
from kring.followup.models import Contact, ProgressTalk
from kring.foundation.forms import posted
from kring.foundation.printing import pdf
from kring.foundation.templatetags.house import day
from kring.meeting.models import Meeting
from kring.people.models import Organisation
from kring.plan.copying import hides_safety
from kring.plan.models import Plan
from kring.plan.papers import when
from kring.plan.writing import agreement_told


# --- one's own
@sees("keep_agreement")
def mine(request, conference):
    """What is on my name, what is asked of me, and how we keep in touch; nothing of anybody else (A84)."""
    plan, me = Plan.of(conference), request.hand.name_of
    context = {
        "plan": plan,
        "agreements": list(plan.agreements.of(me)),
        "help_asked": list(plan.help_asked.filter(professional=me)),
        "asked_to_reconvene": conference.reconvene_requests.filter(asked_by=me).first(),
        "is_of_the_circle": bool(conference.roles_of(me) & CIRCLE),
    }
    return render(request, "followup/pages/mine.html", context)


@sees("keep_agreement")
def slip(request, conference):
    """«Mijn afspraken» on one sheet, for on the fridge."""
    plan, me = Plan.of(conference), request.hand.name_of
    version = plan.versions.first()
    printed = {
        "name": me.get_full_name(),
        "title": plan.title,
        "agreements": [
            {name: getattr(it, name) for name in ("what", "stand_in", "watcher")} | {"when": when(agreement_told(it))}
            for it in plan.agreements.select_related("for_whom").of(me).filter(handed_back_at=None)
        ],
        "progress": "\n".join(filter(None, [day(ProgressTalk.next_for(plan)), plan.progress_where])),
        "call": whom_to_call(conference, me),
        "version": version and version.number,
        "adopted_on": version and day(version.kept_at),
    }
    headers = {"Content-Disposition": 'attachment; filename="mijn-afspraken.pdf"'}
    return HttpResponse(pdf("slip", printed), content_type="application/pdf", headers=headers)


def whom_to_call(conference, person) -> str:
    """A name, and a number that may be shown (A51)."""
    contact, house = conference.whom_to_call(person), Organisation.current()
    return f"{contact.first_name if contact else house.name}, {(contact and contact.shown_phone) or house.phone}"


def on_a_name(conference, slug: str):
    return get_object_or_404(Plan.of(conference).agreements.select_related("doer"), slug=slug)


@does("keep_agreement")
def accept(request, conference, agreement):
    on_a_name(conference, agreement).accept(by=request.hand)
    said(request, _("Dank je wel. Fijn dat je dit doet."))
    return go(request, "followup:mine")


@does("keep_agreement")
def hand_back(request, conference, agreement):
    telling.hand_back(on_a_name(conference, agreement), by=request.hand)
    said(request, _("Het is goed. De kring weet dat dit weer vrij is."))
    return go(request, "followup:mine")


@does("keep_agreement")
def went(request, conference, agreement):
    telling.went(on_a_name(conference, agreement), went=request.POST.get("went", ""), by=request.hand)
    said(request, _("Dank je wel voor het vertellen."))
    return go(request, "followup:mine")


@does("keep_agreement")
def take_on(request, conference, agreement):
    on_a_name(conference, agreement).take_on(by=request.hand)
    said(request, _("Dank je wel. Fijn dat je dit doet."))
    return go(request, "followup:mine")


@fills_in("keep_agreement")
def reply(request, conference, help):
    found = get_object_or_404(Plan.of(conference).help_asked, slug=help, professional=request.hand.name_of)
    form = ReplyForm(posted(request), initial={"answer": found.answer, "answer_text": found.answer_text})
    if form.carry(lambda **told: telling.reply(found, **told), by=request.hand):
        said(request, _("Dank u wel. De kring ziet uw antwoord."))
        return go(request, "followup:mine")
    return render(request, "followup/pages/reply.html", {"form": form, "help_asked": found})


# --- the circle
@sees("see_progress")
def how(request, conference):
    """In the open for the whole circle, and for nobody else: how it goes."""
    plan = Plan.of(conference, reader=request.hand.name_of)
    context = {
        "plan": plan,
        "agreements": agreements_for(request, plan),
        "help_asked": list(plan.help_asked.all()),
        "next_talk": ProgressTalk.next_for(plan),
        "gathering": newest_gathering(conference, request.hand.name_of),
        "asked": list(conference.reconvene_requests.filter(answered_at=None).select_related("asked_by")),
    }
    return render(request, "followup/pages/how.html", context)


def agreements_for(request, plan) -> list:
    """Those about safety are for whom the main people gave that sheet."""
    rows, unseen = plan.agreements.select_related("doer"), hides_safety(plan, request.hand.name_of)
    return list(rows.filter(is_safety=False) if unseen else rows)


def newest_gathering(conference, viewer) -> dict:
    """When and where, and who comes as far as this viewer may know who is in the circle."""
    newest = conference.gatherings.filter(pk=Subquery(conference.gatherings.values("pk")[:1]))
    rows = list(newest.exclude(starts_at=None).values_list("starts_at", "place", "people"))
    if not rows:
        return {}
    coming = {person for _starts_at, _place, person in rows}
    people = [person for person in people_seen_by(conference, viewer, *CIRCLE) if person.pk in coming]
    return {"starts_at": rows[0][0], "place": rows[0][1], "people": people}


@fills_in("hold_progress_talk")
def progress(request, conference):
    form = TalkForm(posted(request))
    if form.carry(lambda **told: ProgressTalk.hold(conference, **told), by=request.hand):
        said(request, _("Bewaard. Goed dat jullie elkaar spraken."))
        return go(request, "conference:show")
    return render(request, "followup/pages/progress.html", {"form": form})


@fills_in("call_together")
def call(request, conference):
    form = CallForm(posted(request), conference, request.hand.name_of)
    if form.carry(lambda **told: telling.call(conference, **told), by=request.hand):
        said(request, _("Zij krijgen bericht."))
        return go(request, "conference:show")
    return render(request, "followup/pages/call.html", {"form": form})


@fills_in("reconvene")
def reconvene(request, conference):
    """Together again: a new meeting begins behind the door."""
    if request.method == "POST":
        Meeting.reconvene(conference, by=request.hand)
        return go(request, "conference:show")
    return render(request, "followup/pages/reconvene.html")


@does("ask_to_reconvene")
def ask(request, conference):
    telling.ask_to_reconvene(conference, by=request.hand)
    said(request, _("Uw vraag is bij de kring. Zij beslissen, en u krijgt bericht."))
    return go(request, "conference:show")


@fills_in("hold_progress_talk")
def asked(request, conference, asking):
    """A professional asks whether the circle comes together; the circle says."""
    found = get_object_or_404(conference.reconvene_requests.select_related("asked_by"), slug=asking)
    if request.method == "POST":
        found.conference = conference
        telling.answer(found, is_coming=request.POST.get("says") == "yes", by=request.hand)
        return go(request, "followup:call" if found.is_coming else "conference:show")
    return render(request, "followup/pages/asked.html", {"asked": found})


# --- the organisation
@fills_in("record_contact")
def contact(request, conference):
    form = ContactForm(posted(request))
    if form.carry(lambda **told: Contact.record(conference, **told), by=request.hand):
        said(request, _("Vastgelegd."))
        return go(request, "conference:show")
    return render(request, "followup/pages/contact.html", {"form": form, "contacts": conference.contacts.all()})


@fills_in("close")
def close(request, conference):
    if request.method == "POST":
        telling.close(conference, by=request.hand)
        said(request, _("Het is afgerond. Dank jullie wel."))
        return go(request, "conference:show")
    return render(request, "followup/pages/close.html")
