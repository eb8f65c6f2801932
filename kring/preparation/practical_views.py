"""The pages of the practical list: the coordinator's, and what the family may take on."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.preparation.gathering_needs import gather
from kring.preparation.practical import Kind, PracticalItem
from kring.preparation.practical_forms import ItemForm

PAGES = "preparation/pages/"


def item_of(conference, slug: str) -> PracticalItem:
    item = get_object_or_404(conference.practical_items.select_related("member", "taken_by"), slug=slug)
    item.conference = conference
    return item


@sees("arrange_practical")
def show(request, conference):
    items = gather(conference)
    money = [item for item in items if item.kind == Kind.BUDGET]
    about = {"items": [item for item in items if item.kind != Kind.BUDGET], "money": money, "kinds": Kind}
    about |= {"total": sum(item.amount for item in money), "open": sum(not item.is_done for item in items)}
    return render(request, PAGES + "practical.html", about)


@fills_in("arrange_practical")
def add(request, conference, kind):
    if kind not in Kind.values:
        raise Http404
    form = ItemForm(posted(request), PracticalItem(conference=conference, kind=kind))
    if form.is_bound and form.carry(lambda **a: PracticalItem.add(conference, kind=kind, **a), by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "preparation:practical")
    return render(request, PAGES + "practical_item.html", {"form": form, "kind": Kind(kind).label})


@fills_in("arrange_practical")
def change(request, conference, item):
    found = item_of(conference, item)
    form = ItemForm(posted(request), found)
    if form.is_bound and form.carry(found.change, by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "preparation:practical")
    about = {"form": form, "kind": found.get_kind_display(), "item": found}
    return render(request, PAGES + "practical_item.html", about)


@does("arrange_practical")
def finish(request, conference, item):
    item_of(conference, item).finish(by=request.hand)
    return go(request, "preparation:practical")


@does("arrange_practical")
def reopen(request, conference, item):
    item_of(conference, item).reopen(by=request.hand)
    return go(request, "preparation:practical")


@does("arrange_practical")
def remove(request, conference, item):
    item_of(conference, item).remove(by=request.hand)
    said(request, _("Het staat niet meer op de lijst."))
    return go(request, "preparation:practical")


# --- the family
@sees("take_practical")
def helping(request, conference):
    shared = conference.practical_items.seen_by(conference, request.hand.name_of).open()
    seen = set(shared.values_list("pk", flat=True))
    items = [item for item in gather(conference) if item.pk in seen]
    return render(request, PAGES + "helping.html", {"items": items, "me": request.hand.name_of})


@does("take_practical")
def take_on(request, conference, item):
    item_of(conference, item).take_on(by=request.hand)
    said(request, _("Dank je wel. De coördinator ziet dat jij dit doet."))
    return go(request, "preparation:helping")


@does("take_practical")
def hand_back(request, conference, item):
    item_of(conference, item).hand_back(by=request.hand)
    said(request, _("Goed dat je het zegt. Iemand anders kan het nu doen."))
    return go(request, "preparation:helping")
