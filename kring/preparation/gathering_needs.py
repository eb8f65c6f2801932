"""Gathering what people said they need into the practical list; their words stay where they gave them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from kring.circle.kinds import Mode
from kring.circle.models import Aid, CircleMember
from kring.circle.needing import Particulars, Wish
from kring.conference.models import Conference
from kring.preparation.practical import Kind, PracticalItem, home_late

FROM_AIDS = {
    Aid.INTERPRETER: Kind.INTERPRETER,
    Aid.WHEELCHAIR: Kind.AID,
    Aid.HEARING: Kind.AID,
    Aid.FOOD: Kind.FOOD,
    Aid.CHILDCARE: Kind.CHILDCARE,
    Aid.LIFT: Kind.TRAVEL,
}


def gather(conference: Conference) -> list[PracticalItem]:
    """Everything there is to see to: what everybody needs, and one line for each need; who says no takes it along."""
    members = {member.pk: member for member in conference.members.expected()}
    known = list(conference.practical_items.select_related("taken_by"))
    there = {(item.kind, item.member_id) for item in known}
    fresh = [item for item in [*for_all(conference, known), *for_each(conference, members.values())]
             if (item.kind, item.member_id) not in there or item.member_id is None]  # fmt: skip
    if fresh:
        PracticalItem.objects.bulk_create(fresh, ignore_conflicts=True)
        known = list(conference.practical_items.select_related("taken_by"))
    return [with_words(item, members) for item in known if still_counts(item, members)]


def for_all(conference: Conference, known: list[PracticalItem]) -> list[PracticalItem]:
    """Two things every day needs: something to eat, and a way home without an hour to count on."""
    there = {item.kind for item in known if item.member_id is None}
    said = {Kind.FOOD: _("Eten en drinken voor iedereen"), Kind.TRAVEL: home_late()}
    return [
        PracticalItem(conference=conference, kind=kind, text=text, is_shared=True)
        for kind, text in said.items()
        if kind not in there
    ]


def for_each(conference: Conference, members: Iterable[CircleMember]) -> list[PracticalItem]:
    return [
        PracticalItem(conference=conference, kind=kind, member=member)
        for member in members
        for kind in sorted(kinds_of(member))
    ]


def kinds_of(member: CircleMember) -> set[str]:
    particulars = Particulars.read(member.particulars)
    found = {FROM_AIDS[aid] for aid in member.chosen_aids if aid in FROM_AIDS}
    if particulars.eats_no:
        found.add(Kind.FOOD)
    if particulars.tongue or particulars.interpreter:
        found.add(Kind.INTERPRETER)
    if member.mode == Mode.BY_VIDEO:
        found.add(Kind.TABLET)
    return found


def still_counts(item: PracticalItem, members: dict[int, CircleMember]) -> bool:
    """A need that was taken back, or of who does not come, is off the list unless somebody saw to it."""
    if item.member_id is None or item.is_done:
        return True
    member = members.get(item.member_id)
    return member is not None and item.kind in kinds_of(member)


def with_words(item: PracticalItem, members: dict[int, CircleMember]) -> PracticalItem:
    member = members.get(item.member_id)
    item.name = member.name if member else ""
    item.words = item.text or (words_of(item.kind, member) if member else str(item.get_kind_display()))
    return item


def words_of(kind: str, member: CircleMember) -> str:
    """What this person said of it."""
    said = Particulars.read(member.particulars)
    if kind == Kind.FOOD:
        return _("eet geen %(what)s") % {"what": said.eats_no} if said.eats_no else _("vraag wat hij of zij eet")
    if kind == Kind.INTERPRETER:
        spoken = " ".join(filter(None, [said.tongue, f"({said.dialect})" if said.dialect else ""]))
        wish = str(Wish(said.interpreter).label) if said.interpreter else ""
        return ", ".join(filter(None, [_("tolk"), spoken, wish])) + warning(said)
    if kind == Kind.AID:
        return ", ".join(str(Aid(aid).label) for aid in member.chosen_aids if FROM_AIDS.get(aid) == Kind.AID)
    return {
        Kind.CHILDCARE: _("oppas voor de kinderen"),
        Kind.TRAVEL: _("wil meerijden"),
        Kind.TABLET: _("doet mee met beeldbellen: heeft die een tablet nodig?"),
    }[kind]


def warning(said: Particulars) -> str:
    if not said.brought_interpreter:
        return ""
    return ". " + _("Brengt zelf iemand mee (%(who)s): zoek ook een tolk van buiten.") % {
        "who": said.brought_interpreter
    }
