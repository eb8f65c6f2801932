"""The regiomanager notes whom it is about, who decides for a child, and what was said on the phone or on paper."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.referral import deciding, receiving
from kring.referral.answers import Authority
from kring.referral.forms import MainPersonForm
from kring.referral.noting import change_person, note_authority
from kring.referral.parent_forms import ParentForm, SaysForm
from kring.referral.views import referral_of


def main_person(conference, slug: str):
    found = next((person for person in conference.main_people if person.slug == slug), None)
    if found is None:
        raise Http404
    return found


def ask(request, conference, form, title: str):
    """One form on a page of its own."""
    context = {"conference": conference, "form": form, "title": title}
    return render(request, "referral/pages/note.html", context)


def noted(request, conference):
    """Saved; and when it has become clear who decides, they are asked."""
    receiving.after_an_answer(referral_of(conference), by=request.hand)
    said(request, _("Bewaard."))
    return go(request, "referral:people")


@sees("note_authority")
def people(request, conference):
    """Who it is about, of each what is needed, and whether it is there."""
    context = {"conference": conference, "decisions": deciding.decisions(conference)}
    return render(request, "referral/pages/people.html", context)


@fills_in("record_talk")
def add(request, conference):
    form = MainPersonForm(posted(request))
    if form.is_bound and form.carry(referral_of(conference).add_main_person, by=request.hand):
        return noted(request, conference)
    return ask(request, conference, form, _("Nog een hoofdpersoon"))


@fills_in("note_authority")
def change(request, conference, person):
    found = main_person(conference, person)
    form = MainPersonForm(posted(request), found)
    if form.is_bound and form.carry(partial(change_person, conference, found), by=request.hand):
        return noted(request, conference)
    return ask(request, conference, form, found.get_full_name())


@fills_in("note_authority")
def add_parent(request, conference, person):
    """A parent of this child, who takes part or not."""
    child = main_person(conference, person)
    form = ParentForm(posted(request), child, conference.main_people)
    if form.is_bound and form.carry(
        lambda **_given: note_authority(Authority(conference=conference, child=child), form.about(), by=request.hand)
    ):
        return noted(request, conference)
    return ask(request, conference, form, _("Een ouder van %(name)s") % {"name": child.first_name})


@fills_in("note_authority")
def authority(request, conference, authority):
    """What is known of one parent, and what this parent says."""
    found = get_object_or_404(conference.authorities.select_related("child", "parent"), slug=authority)
    found.conference = conference
    form = ParentForm(posted(request), found.child, conference.main_people, found)
    says = SaysForm(posted(request), initial={"says": found.says})
    if form.is_bound and says.is_valid() and form.carry(partial(note_both, request, found, form, says)):
        return noted(request, conference)
    context = {"conference": conference, "form": form, "says": says, "title": str(found)}
    return render(request, "referral/pages/note.html", context)


def note_both(request, found: Authority, form: ParentForm, says: SaysForm, **_given) -> None:
    note_authority(found, form.about(), by=request.hand)
    if says.cleaned_data["says"] != found.says:
        receiving.note_parent(referral_of(found.conference), found, **says.cleaned_data, by=request.hand)


@fills_in("note_authority")
def child_says(request, conference, person):
    """What a minor said: an answer from twelve on, and heard before that."""
    child = main_person(conference, person)
    form = SaysForm(posted(request), must_say=True)
    verb = partial(receiving.note_child, referral_of(conference), child)
    if form.is_bound and form.carry(verb, by=request.hand):
        return noted(request, conference)
    return ask(request, conference, form, _("Wat zegt %(name)s?") % {"name": child.first_name})
