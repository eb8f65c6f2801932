"""Each person the own page: what is on my name, my yes or no, how it went, and a reminder if I like one."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import CIRCLE
from kring.followup import keeping_going
from kring.followup.keeping_forms import ReminderForm, ReplyForm, WordForm
from kring.followup.own import own_agreements, own_watch, stand_ins_asked_of
from kring.followup.reminding import Reminder
from kring.followup.saying import CircleWord
from kring.followup.standing_in import StandIn
from kring.followup.talks import ProgressTalk
from kring.foundation.forms import posted
from kring.foundation.giving import given
from kring.foundation.printing import pdf
from kring.foundation.templatetags.house import day
from kring.people.models import Organisation
from kring.plan.models import Plan
from kring.plan.papers import when
from kring.plan.writing import agreement_told


@sees("keep_agreement")
def mine(request, conference):
    """What is on my name, what is asked of me, and how we keep in touch; nothing of anybody else (A84)."""
    plan, me = Plan.of(conference, reader=request.hand.name_of), request.hand.name_of
    context = {
        "plan": plan,
        "agreements": own_agreements(plan, me, is_read_by_another=request.hand.is_for_someone_else),
        "is_of_the_circle": bool(conference.roles_of(me) & CIRCLE),
    }
    context |= of_the_circle(plan, request.hand) if context["is_of_the_circle"] else of_a_professional(plan, me)
    return render(request, "followup/pages/mine.html", context)


def of_the_circle(plan: Plan, hand) -> dict:
    """Who fills it in for somebody on the phone reads nothing of how others do (A83)."""
    me = hand.name_of
    return {
        "stand_ins": stand_ins_asked_of(plan, me),
        "watched": [] if hand.is_for_someone_else else own_watch(plan, me),
        "reminder": plan.conference.reminders.filter(person=me).first(),
    }


def of_a_professional(plan: Plan, me) -> dict:
    """What was asked of me, what is expected, and my own question to the circle: read, receive, answer (B28)."""
    return {
        "help_asked": list(plan.help_asked.filter(professional=me)),
        "expectation": plan.expectations.filter(professional=me).first(),
        "asked_to_reconvene": plan.conference.reconvene_requests.filter(asked_by=me).first(),
    }


@sees("keep_agreement")
def slip(request, conference):
    """«Mijn afspraken» on one sheet, for on the fridge."""
    plan, me = Plan.of(conference), request.hand.name_of
    printed = {
        "name": me.get_full_name(),
        "agreements": [
            {name: getattr(it, name) for name in ("what", "stand_in", "watcher")} | {"when": when(agreement_told(it))}
            for it in plan.agreements.select_related("for_whom").of(me).filter(handed_back_at=None)
        ],
        "call": whom_to_call(conference, me),
    }
    printed |= beside_it(plan) if conference.roles_of(me) & CIRCLE else {"title": "", "progress": ""}
    return given(pdf("slip", printed), "mijn-afspraken.pdf")


def beside_it(plan: Plan) -> dict:
    """What the circle has on its sheet, and a professional has not: of which plan, and when they speak (A84)."""
    version = plan.versions.first()
    return {
        "title": plan.title,
        "progress": "\n".join(filter(None, [day(ProgressTalk.next_for(plan)), plan.progress_where])),
        "version": version and version.number,
        "adopted_on": version and day(version.kept_at),
    }


def whom_to_call(conference, person) -> str:
    """A name, and a number that may be shown (A51)."""
    contact, house = conference.whom_to_call(person), Organisation.current()
    return f"{contact.first_name if contact else house.name}, {(contact and contact.shown_phone) or house.phone}"


def on_a_name(conference, slug: str):
    return get_object_or_404(Plan.of(conference).agreements.select_related("doer"), slug=slug)


@does("keep_agreement")
def accept(request, conference, agreement):
    on_a_name(conference, agreement).accept(by=request.hand)
    said(request, thanks(request))
    return go(request, "followup:mine")


def thanks(request) -> str:
    if request.face == "family":
        return _("Dank je wel. Fijn dat je dit doet.")
    return _("Dank u wel. Fijn dat u dit doet.")


@does("keep_agreement")
def hand_back(request, conference, agreement):
    keeping_going.hand_back(on_a_name(conference, agreement), by=request.hand)
    said(request, _("Het is goed. De kring weet dat dit weer vrij is."))
    return go(request, "followup:mine")


@does("keep_agreement")
def went(request, conference, agreement):
    """«Gelukt», «niet gelukt», «later», or «toch niet» which takes it back."""
    found, how = on_a_name(conference, agreement), request.POST.get("went", "")
    if how == "undo":
        found.take_back(by=request.hand)
        return go(request, "followup:mine")
    keeping_going.went(found, went=how, by=request.hand)
    said(request, _("Fijn dat de kring dit weet."))
    return go(request, "followup:mine")


@does("keep_agreement")
def take_on(request, conference, agreement):
    keeping_going.take_on(on_a_name(conference, agreement), by=request.hand)
    said(request, thanks(request))
    return go(request, "followup:mine")


@fills_in("keep_agreement")
def word(request, conference, agreement):
    found = get_object_or_404(Plan.of(conference).agreements, slug=agreement, doer=request.hand.name_of)
    known = found.circle_words.filter(person=request.hand.name_of).first()
    form = WordForm(posted(request), initial={"text": known.text if known and request.face == "family" else ""})
    if form.carry(lambda **told: CircleWord.say(found, **told), by=request.hand):
        return go(request, "followup:mine")
    return render(request, "followup/pages/word.html", {"form": form, "agreement": found})


@does("keep_agreement")
def not_now(request, conference, agreement):
    """«Nu even niet»: the stand-in is asked."""
    StandIn.ask(on_a_name(conference, agreement), by=request.hand)
    said(request, _("Gevraagd. Je krijgt bericht als er antwoord is."))
    return go(request, "followup:mine")


@does("keep_agreement")
def stand_in(request, conference, asked):
    """Yes, rather not, or over: one tap of one of the two."""
    open_ones = StandIn.objects.open().select_related("agreement__doer", "person")
    found = get_object_or_404(open_ones, slug=asked, agreement__plan=Plan.of(conference))
    says = request.POST.get("says", "")
    if says in ("yes", "no"):
        found.answer(takes=says == "yes", by=request.hand)
    elif says == "over":
        found.end(by=request.hand)
    return go(request, "followup:mine")


@fills_in("keep_agreement")
def reminder(request, conference):
    """When and how often; or off, in one tap."""
    if "off" in request.POST:
        Reminder.turn_off(conference, by=request.hand)
        said(request, _("Uit. Er komen geen berichtjes meer."))
        return go(request, "followup:mine")
    known = conference.reminders.filter(person=request.hand.name_of).first()
    form = ReminderForm(posted(request), initial={"rhythm": known.rhythm, "weekday": known.weekday} if known else {})
    if form.carry(lambda **told: Reminder.choose(conference, **told), by=request.hand):
        said(request, _("Bewaard. Uitzetten kan altijd."))
        return go(request, "followup:mine")
    return render(request, "followup/pages/reminder.html", {"form": form, "reminder": known})


@fills_in("keep_agreement")
def reply(request, conference, help):
    found = get_object_or_404(Plan.of(conference).help_asked, slug=help, professional=request.hand.name_of)
    form = ReplyForm(posted(request), initial={"answer": found.answer, "answer_text": found.answer_text})
    if form.carry(lambda **told: keeping_going.reply(found, **told), by=request.hand):
        said(request, _("Dank u wel. De kring ziet uw antwoord."))
        return go(request, "followup:mine")
    return render(request, "followup/pages/reply.html", {"form": form, "help_asked": found})
