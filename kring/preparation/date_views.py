"""Where and when, as everybody sees it: the day, a file for the calendar, the own answers, another day or clock."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said, sees
from kring.conference.models import STAFF
from kring.foundation.forms import posted
from kring.foundation.giving import given
from kring.preparation.calendars import calendar_entry, comes_in
from kring.preparation.forms import AnswerForm, ClockForm, OtherDayForm
from kring.preparation.models import OwnClock, Preparation
from kring.preparation.own_clocks import there

PAGES = "preparation/pages/"


@sees("see_day")
def show(request, conference):
    """Each reads the place for themselves: another hour or another door is told to that person alone."""
    preparation, me = Preparation.of(conference), request.hand.name_of
    seen = {"preparation": preparation, "question": preparation.question}
    if preparation.starts_at:
        arrival = conference.arrivals.filter(person=me).first()
        starts_at = comes_in(preparation, me, preparation.starts_at) if arrival else preparation.starts_at
        seen |= {"arrival": arrival, "starts_at": starts_at, "away": there(starts_at, OwnClock.zone_of(me))}
    return render(request, PAGES + "show.html", seen)


@sees("see_day")
def calendar(request, conference):
    """The day for in a calendar: a start and no end."""
    preparation = Preparation.of(conference)
    if preparation.starts_at is None:
        said(request, _("Er is nog geen dag gekozen."))
        return go(request, "preparation:show")
    return given(calendar_entry(preparation, request.hand.name_of, for_download=True), "afspraak.ics")


@fills_in("answer_dates")
def dates(request, conference):
    """Everybody says of each day: kan, liever niet or kan niet. Who organises sees all answers elsewhere."""
    me = request.hand.name_of
    if me in conference.people(*STAFF):
        return go(request, "preparation:propose")
    form = AnswerForm(posted(request), conference, me)
    if form.answer(conference, by=request.hand):
        said(request, _("Bewaard, dank. Veranderen kan zolang er geen dag gekozen is."))
        return go(request, "conference:show")
    mine = conference.other_days.filter(person=me, settled_at=None)
    seen = {"form": form, "preparation": Preparation.of(conference), "mine": mine}
    return render(request, PAGES + "dates.html", seen)


@fills_in("answer_dates")
def other_day(request, conference):
    """«Ik stel een andere dag voor»: for the coordinator alone."""
    form = OtherDayForm(posted(request))
    if form.suggest(conference, by=request.hand):
        said(request, _("Dank. De coördinator kijkt of het kan."))
        return go(request, "preparation:dates")
    return render(request, PAGES + "other_day.html", {"form": form})


@fills_in("answer_dates")
def clock(request, conference):
    """For family abroad: the hour there, beside the hour here."""
    form = ClockForm(posted(request), request.hand.name_of)
    if form.keep(conference, by=request.hand):
        said(request, _("Bewaard. Bij elke dag staat nu hoe laat het daar is."))
        return go(request, "preparation:dates")
    return render(request, PAGES + "clock.html", {"form": form})
