"""Two sides of one family that cannot share a list: each has its own, and both are treated the same."""

import re
from collections import Counter

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting, placing, sides
from kring.circle.kinds import NotThisSide, Side, WhichSide
from kring.circle.models import CircleMember
from kring.circle.own_words import OwnMessage
from kring.circle.sides import TwoNeeded, TwoSides
from kring.circle.ties import Tie
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message
from kring.foundation.working import work_off
from tests.house.doors import DOORS, params, view_of

HERS, HIS = ["Tante Bea", "Opa Ali", "Nina"], ["Oom Wim", "Oma Truus", "Joris"]


def page(name, conference, *args):
    return reverse(f"circle:{name}", args=[conference.slug, *args])


@pytest.fixture
def sam(cast):
    return cast.anyone_new("Sam", phone="06 11 00 00 09", channel="sms")


@pytest.fixture
def conference(cast, sam):
    """Naima and Sam, apart: three people of each, of whom the first is invited and the last was suggested."""
    conference = cast.conference()
    conference.seat(sam, Role.MAIN_PERSON)
    sides.keep_apart(conference, first=cast.naima, second=sam, by=cast.joke)
    for number, (main, names) in enumerate([(cast.naima, HERS), (sam, HIS)]):
        reach = f"{names[0].split()[-1].lower()}@post.example"
        asked = CircleMember.name_someone(conference, by=main, name=names[0], channel="mail", reach=reach)
        CircleMember.name_someone(conference, by=main, name=names[1], reach=f"038 422 25 2{number}")
        inviting.invite(asked, by=cast.joke)
        CircleMember.name_someone(conference, by=asked.person, name=names[2])
    return conference


def of(conference, name) -> CircleMember:
    return conference.members.get(name=name)


def everything(client, conference, member=None) -> str:
    """All that somebody of the family can open in this room."""
    names = ["show", "map", "map_list", "decide", "add", "apart", "invite", "safety", "post"]
    urls = [page(name, conference) for name in names] + [reverse("conference:show", args=[conference.slug])]
    return "".join(client.get(url).content.decode() for url in urls)


@pytest.mark.rule("A28")
def test_nobody_of_one_side_sees_who_is_on_the_other(cast, client, conference, sam):
    for who, own, other in [(cast.naima, HERS, HIS), (sam, HIS, HERS)]:
        seen = everything(cast.enter(client, who), conference)
        assert all(name in seen for name in own)
        assert not any(name in seen for name in other)
        assert "post.example" not in seen


@pytest.mark.rule("A28")
@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.INFORMATION])
def test_until_the_day_no_page_of_the_whole_house_shows_who_stands_on_the_other_side(
    cast, client, conference, sam, phase
):
    type(conference).objects.filter(pk=conference.pk).update(phase=phase)

    shown = []
    for who, other in [(cast.naima, HIS), (sam, HERS)]:
        cast.enter(client, who)
        for name, _act in DOORS:
            if params(name) or "GET" not in view_of(name).methods:
                continue
            seen = client.get(reverse(name, args=[conference.slug])).content.decode(errors="ignore")
            shown += [f"{name}: {known}" for known in other if known in seen]
    assert shown == []


@pytest.mark.rule("A28")
def test_of_the_circle_too_each_sees_only_their_own_side(cast, client, conference, sam):
    CircleMember.objects.filter(conference=conference).update(may_be_seen=True)
    for name in ("Tante Bea", "Oom Wim"):
        member = of(conference, name)
        member.answer(mode="in_person", by=member.person)

    bea = everything(cast.enter(client, of(conference, "Tante Bea").person), conference)
    wim = everything(cast.enter(client, of(conference, "Oom Wim").person), conference)

    assert "Oom Wim" not in bea
    assert "Tante Bea" not in wim
    assert "Oom Wim" in wim


@pytest.mark.rule("A28")
def test_who_said_no_on_one_side_is_not_seen_on_the_other(cast, client, conference, sam):
    bea = of(conference, "Tante Bea")
    before = everything(cast.enter(client, sam), conference)

    bea.answer(mode="not", by=bea.person)

    after = everything(cast.enter(client, sam), conference)
    assert len(after) == pytest.approx(len(before), abs=40)
    assert "Bea" not in after


def test_somebody_of_the_other_side_is_not_there_for_who_guesses_the_address(cast, client, conference, sam):
    opa = of(conference, "Opa Ali")
    cast.enter(client, sam)

    assert client.get(page("edit", conference, opa.slug)).status_code == 404
    assert client.get(page("place", conference, opa.slug)).status_code == 404
    for name in ("agree", "leave_out", "remember"):
        assert client.post(page(name, conference, opa.slug)).status_code == 404
    assert client.post(page("move_spot", conference), {"step": f"{opa.slug}:nearer"}).status_code == 404


def test_the_main_person_of_a_side_decides_about_that_side_alone(cast, conference, sam):
    nina = of(conference, "Nina")

    for deed in (nina.agree, nina.leave_out):
        with pytest.raises(NotThisSide):
            deed(by=sam)
        with pytest.raises(NotThisSide):
            deed(by=Hand(cast.joke, sam, "phone"))
    nina.agree(by=cast.naima)

    assert nina.is_agreed


def test_what_one_of_the_circle_suggests_is_of_their_own_side(conference):
    assert (of(conference, "Nina").side, of(conference, "Joris").side) == (Side.FIRST, Side.SECOND)


def test_the_same_uncle_named_by_both_sides_stays_with_each_and_is_invited_once(cast, conference, sam):
    hers = CircleMember.name_someone(conference, by=cast.naima, name="Oom Karel", reach="06 33 00 00 01")
    his = CircleMember.name_someone(conference, by=sam, name="Oom Karel", reach="06 33 00 00 01")
    assert hers.pk != his.pk

    done = inviting.invite_all(conference, [hers, his], by=cast.joke)

    assert done == [hers]


def test_the_coordinator_sees_both_and_says_to_which_side_somebody_belongs(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)
    seen = client.get(page("show", conference)).content.decode()
    assert all(name in seen for name in HERS + HIS)
    assert "kant van Naima" in seen

    someone = {"name": "Neef Job", "relation": "family", "channel": "phone", "reach": "", "language": "nl"}
    refused = client.post(page("add", conference), someone)
    assert "side" in refused.context["form"].errors
    client.post(page("add", conference), someone | {"side": "second"})

    assert of(conference, "Neef Job").side == Side.SECOND


def test_who_has_no_side_yet_is_not_invited(cast, conference):
    opa = of(conference, "Opa Ali")
    placing.place(opa, side="", by=cast.joke)
    with pytest.raises(WhichSide):
        inviting.invite(opa, by=cast.joke)


def test_no_main_person_moves_somebody_to_the_other_side_or_draws_a_line_to_it(cast, conference, sam):
    opa, wim = of(conference, "Opa Ali"), of(conference, "Oom Wim")

    with pytest.raises(NotThisSide):
        placing.place(opa, side="second", by=cast.naima)
    with pytest.raises(NotThisSide):
        Tie.tie(opa, other=wim, kind="lost", by=cast.naima)
    placing.place(opa, side="both", by=cast.joke)

    assert opa in conference.members.seen_by(conference, sam)


def test_a_main_person_or_the_coordinator_keeps_apart_and_only_the_coordinator_brings_together(cast, client, sam):
    conference = cast.conference()
    conference.seat(sam, Role.MAIN_PERSON)
    karel = CircleMember.name_someone(conference, by=sam, name="Oom Karel")
    cast.enter(client, sam)

    client.post(page("apart", conference), {"first": cast.naima.slug, "second": sam.slug})
    assert TwoSides.objects.filter(conference=conference).exists()
    assert client.post(page("together", conference)).status_code == 404
    karel.refresh_from_db()
    assert karel.side == Side.SECOND

    cast.enter(client, Role.COORDINATOR).post(page("together", conference))
    assert not TwoSides.objects.filter(conference=conference).exists()


def test_two_sides_need_two_main_people_and_nobody_else_may_ask_for_them(cast):
    conference = cast.conference()
    with pytest.raises(TwoNeeded):
        sides.keep_apart(conference, first=cast.naima, second=cast.fatma, by=cast.joke)
    for role in (Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REGIONAL_MANAGER):
        with pytest.raises(NotAllowed):
            sides.keep_apart(conference, first=cast.naima, second=cast.naima, by=cast[role])


@pytest.mark.rule("A28")
def test_both_sides_read_the_same_words_on_the_same_pages(cast, client, conference, sam):
    def words(who, name, own):
        html = cast.enter(client, who).get(page(name, conference)).content.decode()
        html = re.sub(r"<(script|title|b)\b.*?</\1>|<[^>]+>", " ", html)
        for known in [*own, "Fatma Bouzid", "Naima", "Sam"]:
            html = html.replace(known, " ")
        return Counter(word for word in html.split() if len(word) > 2)

    CircleMember.objects.filter(person=cast.fatma).update(side=Side.BOTH)
    for name in ("map", "map_list", "apart", "add"):
        assert words(cast.naima, name, HERS) == words(sam, name, HIS)


@pytest.mark.rule("A28")
def test_both_sides_get_the_same_letter_at_the_same_moment_and_each_alone(cast, conference, settings, sam):
    settings.EMAIL_URL = "smtp://post.example"
    members = [
        CircleMember.name_someone(conference, by=main, name=name, channel="mail", reach=f"{name.lower()}@post.example")
        for main, name in [(cast.naima, "Zeynep"), (sam, "Xander")]
    ]

    inviting.invite_all(conference, members, by=cast.joke)
    work_off()

    one, other = (Message.objects.get(recipient=member.person) for member in members)
    assert one.text.replace("Zeynep", "…") == other.text.replace("Xander", "…")
    assert abs(one.created_at - other.created_at).total_seconds() < 5
    sent = [letter for letter in mail.outbox if "Zeynep" in str(letter.to) or "Xander" in str(letter.to)]
    assert len(sent) == 2
    for letter in mail.outbox:
        assert len(letter.recipients()) == 1
        assert not letter.cc
        assert not letter.bcc
        assert not any("@post.example" in address for address in letter.reply_to)


@pytest.mark.rule("A28")
def test_what_is_for_the_circle_stays_on_ones_own_side_and_a_child_speaks_to_both(cast, conference, sam):
    """5.4: each side its own list and its own preparation; «de kring» of a child is everybody around it."""
    nina = cast.anyone_new("Nina")
    conference.seat(nina, Role.MAIN_PERSON)
    bea, wim = of(conference, "Tante Bea").person, of(conference, "Oom Wim").person

    def heard(author):
        words = OwnMessage.say(conference, text="Voor de kring", hears="circle", by=author)
        OwnMessage.objects.update(opened_at=timezone.now())
        everybody = (cast.naima, bea, sam, wim, nina)
        return {who for who in everybody if words in OwnMessage.objects.heard_by(conference, who)}

    assert heard(nina) == {nina, cast.naima, bea, sam, wim}
    assert heard(cast.naima) == {cast.naima, bea, nina}
    assert heard(sam) == {sam, wim, nina}
    assert heard(bea) == {cast.naima, bea}
    assert heard(wim) == {sam, wim}


@pytest.mark.rule("A28")
def test_no_side_stands_before_the_other_in_a_name(cast):
    conference = cast.conference()
    conference.seat(cast.anyone_new("Bram"), Role.MAIN_PERSON)

    assert str(conference) == "Rond Bram en Naima"


def test_there_is_no_group_chat_and_no_reply_to_all(conference):
    from django.urls import get_resolver

    words = ("chat", "groep", "allen", "iedereen", "reply")
    routes = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    assert not [route for route in routes if any(word in route for word in words)]
    assert [field.name for field in Message._meta.get_fields() if field.many_to_many] == []
