"""Each person the own page: what is on my name, my yes or no, and how it went."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import CIRCLE
from kring.followup import keeping_going
from kring.followup.keeping_forms import ReplyForm
from kring.followup.talks import ProgressTalk
from kring.foundation.forms import posted
from kring.foundation.printing import pdf
from kring.foundation.templatetags.house import day
from kring.people.models import Organisation
from kring.plan.models import Plan
from kring.plan.papers import when
from kring.plan.writing import agreement_told


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
    keeping_going.hand_back(on_a_name(conference, agreement), by=request.hand)
    said(request, _("Het is goed. De kring weet dat dit weer vrij is."))
    return go(request, "followup:mine")


@does("keep_agreement")
def went(request, conference, agreement):
    keeping_going.went(on_a_name(conference, agreement), went=request.POST.get("went", ""), by=request.hand)
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
    if form.carry(lambda **told: keeping_going.reply(found, **told), by=request.hand):
        said(request, _("Dank u wel. De kring ziet uw antwoord."))
        return go(request, "followup:mine")
    return render(request, "followup/pages/reply.html", {"form": form, "help_asked": found})
