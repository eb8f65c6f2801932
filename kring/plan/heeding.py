"""What a plan heeds: who may not simply be together, and where somebody lives in secret. Never a word of why."""

import re
from collections.abc import Iterator

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.circle.reaching import folded
from kring.circle.safety import SafetyNote
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.people.models import Person
from kring.plan.addressing import addresses_in, tells_where

EVERYBODY = re.compile(r"\b(iedereen|allemaal|de hele (kring|familie)|everybody|everyone)\b")
TOGETHER = frozenset(
    {"doer", "who", "stand_in", "watcher", "for_whom", "professional", "of_whom", "keep_in_touch", "in_touch"}
) | {"initiator", "who_on_change", "contact", "progress_where", "progress_planner", "otherwise"}
NOT_OURS = frozenset({"slug", "kind", "answer", "person", "also_called", "question", "names", "made_by", "made_at"})
NOT_OURS |= {"text", "set_by", "point", "copies"}  # the words of who set conditions, and who gets the plan

AN_ADDRESS = _("Hier staat een adres. Wie het plan krijgt, leest dat ook. Schrijf liever bij wie het is: bij oma.")
PEOPLE_TOGETHER = _("Hier staan mensen bij elkaar. Kan dat goed? Twijfel je, bel dan eerst de coördinator.")


class Heed:
    """The flags of one conference, asked once; and what a text does to them."""

    def __init__(self, conference: Conference):
        flag = SafetyNote.Flag
        told = Q(flag__in=(flag.SECRET_ADDRESS, flag.NO_CONTACT)) | Q(flag=flag.NOT_TOGETHER, signed_at=None)
        notes = conference.safety_notes.filter(told).select_related("about", "apart_from", "apart_from_person")
        self.conference = conference
        self.apart = [note for note in notes if note.keeps_apart]
        self.secret = [note for note in notes if not note.keeps_apart]

    # --- while somebody writes
    def questions(self, form) -> dict[str, str]:
        """Asked once, at the field. They depend on what is typed, never on who is kept from whom."""
        asked, before = {}, {name: chosen(form, name, value) for name, value in form.initial.items()}
        for name, value in form.cleaned_data.items():
            if isinstance(value, str) and set(self.addresses_in(value)) - set(self.addresses_in(str(before.get(name)))):
                asked[name] = AN_ADDRESS
        if self.apart:
            names = Names(self)
            now, then = names.in_these(together_in(form.cleaned_data)), names.in_these(together_in(before))
            if len(now) > 1 and now - then:
                asked.setdefault(last_of(form), PEOPLE_TOGETHER)
        return asked

    def addresses_in(self, text: str) -> list[str]:
        return addresses_in(text, [note.about for note in self.secret])

    # --- what stands in the plan
    def addresses_told(self, it: dict) -> list[str]:
        """For who keeps the plan: each address in it, whosever it is."""
        return list(dict.fromkeys(address for text in texts_in(it) for address in self.addresses_in(text)))

    def names_people_together(self, it: dict) -> bool:
        """For who keeps the plan: only whether people stand together at all, when it matters to somebody."""
        names = Names(self) if self.apart else None
        return names is not None and any(len(names.in_these(line)) > 1 for line in lines_of(it))

    def against(self, it: dict) -> list[SafetyNote]:
        """For the coordinator alone: the flags that this plan goes against."""
        texts = list(texts_in(it)) if self.secret else []
        told = [note for note in self.secret if any(tells_where(note.about, text) for text in texts)]
        names = Names(self) if self.apart else None
        named = [names.in_these(line) for line in lines_of(it)] if names else []
        return [note for note in self.apart if any(couples(note, keys) for keys in named)] + told

    def against_the_last(self, plan) -> list[SafetyNote]:
        version = plan.versions.first() if self.apart or self.secret else None
        return self.against(version.told()) if version else []


class Names:
    """Everybody a text can name: who has a seat, and who is only on the list but must stay away from somebody."""

    def __init__(self, heed: Heed):
        self.known: dict[str, set[str]] = {}
        for person in heed.conference.people(*CIRCLE, *VISITORS):
            self.known[f"person {person.pk}"] = {person.first_name, person.get_full_name()}
        for member in [note.apart_from for note in heed.apart if note.apart_from and not note.apart_from.person_id]:
            self.known[f"member {member.pk}"] = {member.name, member.name.partition(" ")[0]}

    def in_these(self, texts: list[str]) -> set[str]:
        text = folded(" · ".join(texts))
        if EVERYBODY.search(text):
            return set(self.known)
        return {key for key, names in self.known.items() if any(is_a_word_of(name, text) for name in names)}


def is_a_word_of(name: str, text: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", text) is not None


def look_once_more(plan) -> dict:
    """What the circle reads once more before others get its plan."""
    heed, it = Heed(plan.conference), plan.now()
    return {"addresses": heed.addresses_told(it), "is_together": heed.names_people_together(it)}


def couples(note: SafetyNote, keys: set[str]) -> bool:
    """Both are named; who the other is not said of, may be anybody."""
    return note.sides <= keys and len(keys) > 1


def together_in(said: dict) -> list[str]:
    """Who does something, with whom and for whom. An agreement about safety may name who stays away."""
    names = TOGETHER if said.get("is_safety") else TOGETHER | {"what"}
    return [str(it) for name, it in said.items() if name in names and it]


def chosen(form, name: str, value):
    """A person who was chosen stands in a form as a sign."""
    people: dict[str, Person] = getattr(form.fields.get(name), "people", {})
    return people.get(value, value)


def ask(form, asked: dict[str, str]) -> None:
    """Say it at the field, with a tick for who means it."""
    form.asks = True
    form.fields["sure"] = forms.BooleanField(label=_("Ja, zo mag het in het plan staan"), required=False)
    for name, question in asked.items():
        form.add_error(name, question)


def last_of(form) -> str:
    return [name for name in form.fields if name in TOGETHER | {"what"} and form.cleaned_data.get(name)][-1]


def lines_of(it: dict) -> list[list[str]]:
    """The names in each part of the plan that belong together."""
    initiative = {name: it[name] for name in ("initiator", "who_on_change", "contact")}
    progress = {name: it[name] for name in ("progress_where", "progress_planner")}
    return [together_in(line) for line in [*it["agreements"], *it["safety"], *it["help"], initiative, progress]]


def texts_in(part) -> Iterator[str]:
    if isinstance(part, dict):
        for name, it in part.items():
            yield from texts_in(it) if name not in NOT_OURS else ()
    elif isinstance(part, list):
        for it in part:
            yield from texts_in(it)
    elif isinstance(part, str):
        yield part
