"""What comes out of the printer, for everybody who reads it and however it is read."""

import re
import subprocess
from datetime import date

import page
import pytest
from django.utils import translation

from kring.foundation import printing

ARABIC = "أنجلو"


def plan(**parts) -> dict:
    """The plan of Naima and Sam, with `parts` in it."""
    return {
        "title": "Samen verder",
        "names": ["Naima", "Sam"],
        "question": "Wat is er voor nodig dat de kinderen elke dag naar school gaan?",
        "agreements": [agreement()],
        "progress": "zaterdag 15 mei, bij oma",
        "initiator": "Oom Karel",
        "on_change": ["Naima", "Karel"],
        "made_on": "13 februari 2027",
        "version": 2,
    } | parts


def agreement(**parts) -> dict:
    return {
        "what": "Elke zondag samen eten",
        "who": ["Oom Karel", "Tante Şükran"],
        "when": "elke zondag",
        "stand_in": "Fatma",
        "watcher": "Zoë",
    } | parts


def words_on(pdf: bytes, *options: str) -> str:
    """What a screen reader finds in it."""
    found = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return found.stdout.decode()


def plain(pdf: bytes) -> str:
    """Its words in the order of reading, without the places where lines and long words were broken."""
    return re.sub(r"\s+", " ", re.sub("[-\u00ad\u200b]\n|[\u00ad\u200b]", "", words_on(pdf, "-raw")))


@pytest.mark.parametrize(
    ("template", "payload"),
    [
        ("plan", plan()),
        ("plan", {"title": "Ons plan"}),
        ("slip", {"name": "Şükran", "agreements": [agreement()], "call": "Joke, 06 22 00 00 01"}),
        ("slip", {"name": "Şükran"}),
    ],
)
def test_every_document_can_be_read_aloud(template, payload):
    assert page.validate_pdf_bytes(printing.pdf(template, payload)).is_compliant


def test_a_document_can_run_from_right_to_left():
    with translation.override("ar"):
        pdf = printing.pdf("plan", plan(title=ARABIC))

    assert page.validate_pdf_bytes(pdf).is_compliant
    assert b"/Lang(ar)" in pdf


@pytest.mark.rule("B4")
def test_names_come_out_as_they_are_written():
    names = ["Angelo Beşikçi", "Ayşe Şahin", "Zoë", "Ирина", "Łukasz Żółć", "Đặng"]

    found = plain(printing.pdf("plan", plan(names=names, agreements=[agreement(who=names, watcher="")])))

    for name in names:
        assert found.count(name) == 2


@pytest.mark.rule("B4")
def test_an_arabic_name_is_written_in_arabic_letters():
    pdf = printing.pdf("plan", plan(names=[ARABIC]))

    assert b"NotoSansArabic" in pdf.replace(b"#20", b"")
    assert set(ARABIC) <= set(words_on(pdf))


def test_a_plan_says_everything_that_was_agreed():
    payload = plan(
        help=[{"what": "Meekijken met de schulden", "from_whom": "Marloes", "by_when": "1 mei", "answer": "ja"}],
        conditions=[
            {"number": 1, "text": "Elke dag school", "set_by": "Stefan", "how_met": "Opa brengt", "tested": "ja"}
        ],
        professionals=[{"name": "Marloes", "expected": "Bellen als er iets is", "in_touch": "elke maand"}],
        otherwise="Dan bellen we elkaar dezelfde dag.",
        safety=[agreement(what="Bij ruzie gaan de kinderen naar oma")],
        made_by=["Naima"],
        adopted_on="14 februari 2027",
    )

    found = plain(printing.pdf("plan", payload))

    for words in (
        "Samen verder", "Naima, Sam", "elke dag naar school", "Elke zondag samen eten", "Oom Karel, Tante Şükran",
        "Fatma", "Zoë", "Meekijken met de schulden", "1 mei", "Elke dag school", "Opa brengt", "Bellen als er iets is",
        "elke maand", "dezelfde dag", "kinderen naar oma", "zaterdag 15 mei", "Naima, Karel", "14 februari 2027",
    ):  # fmt: skip
        assert words in found


def test_safety_agreements_stand_on_a_page_of_their_own():
    pdf = printing.pdf("plan", plan(safety=[agreement(what="Bij ruzie bellen we oma")]))

    *pages, last = words_on(pdf).rstrip("\f").split("\f")

    assert "Bij ruzie bellen we oma" in last
    assert "Elke zondag samen eten" not in last
    assert not any("Bij ruzie" in text for text in pages)


def test_forty_agreements_fit_and_each_keeps_its_number():
    found = plain(printing.pdf("plan", plan(agreements=[agreement(what=f"Belofte nummer {n}") for n in range(1, 41)])))

    assert [n for n in range(1, 41) if f"Belofte nummer {n} {n} Oom" not in found] == []


@pytest.mark.parametrize(
    "long",
    [
        "Wolfeschlegelsteinhausenbergerdorff-Beşikçi " * 4,
        "x" * 300,
        "naima.bouzid.met.een.heel.lang.adres@een-heel-lange-school.example",
        "Dit is een lang verhaal. " * 160,
    ],
)
def test_nothing_runs_off_the_paper(long):
    pdf = printing.pdf(
        "plan", plan(title=long[:200], names=[long], agreements=[agreement(who=[long], what=long, when=long)])
    )

    boxes = [
        [float(side) for side in re.findall(r'"([\d.]+)"', line)]
        for line in words_on(pdf, "-bbox").splitlines()
        if "<word" in line
    ]
    assert boxes
    assert max(x_max for _x, _y, x_max, _y_max in boxes) < 595 - 40
    assert max(y_max for _x, _y, _x_max, y_max in boxes) < 842 - 20


def test_what_people_write_is_printed_and_never_run():
    hostile = '#panic("inj") *vet* $x$ @iemand <label> #read("/settings.py") // weg'

    assert hostile in plain(printing.pdf("plan", plan(title="Ons plan", question=hostile)))


def test_signs_that_cannot_be_printed_become_a_square_and_stop_nothing():
    found = plain(printing.pdf("plan", plan(question="Samen \U0001f600 eten\x07 \u202eomgekeerd\u202c")))

    assert "Samen □ eten omgekeerd" in found


def test_a_letter_shows_its_address_in_the_window_of_the_envelope(db):
    boxes = words_on(letter(), "-bbox")

    x, y, x_max, y_max = (
        float(side) / 72 * 25.4
        for side in re.search(r'"(.*)" yMin="(.*)" xMax="(.*)" yMax="(.*)">Beşikçi<', boxes).groups()
    )
    assert 20 < x < x_max < 110
    assert 47 < y < y_max < 85


def test_a_long_address_stays_in_the_window_and_the_letter_below_it(db):
    pdf = letter(to=["Wolfeschlegelsteinhausenbergerdorff-Beşikçi " * 3] + [f"regel {n}" for n in range(20)])

    height = re.search(r'yMin="(.*)" xMax=".*" yMax=".*">februari<', words_on(pdf, "-bbox"))
    assert float(height[1]) / 72 * 25.4 > 90
    assert page.validate_pdf_bytes(pdf).is_compliant


def test_a_letter_carries_the_link_for_a_camera_and_for_fingers(db):
    pdf = letter()

    assert page.validate_pdf_bytes(pdf).is_compliant
    assert "https://kring.example/k/abcd/" in plain(pdf)
    assert "Er staat iets klaar" in plain(pdf)


def test_a_letter_without_a_link_has_no_code(db):
    assert "camera" in plain(letter())
    assert "camera" not in plain(letter(link="", typed=""))


def letter(**parts) -> bytes:
    usual = {
        "to": ["Angelo Beşikçi", "Lange Straat 12 bis", "8071 AB Nunspeet"],
        "subject": "Er staat iets klaar bij Kring",
        "paragraphs": ["Dag Angelo,", "Er staat iets klaar."],
        "link": "https://kring.example/k/abcd/?naar=/c/efgh/",
        "typed": "https://kring.example/k/abcd/",
        "language": "nl",
        "day": date(2027, 2, 3),
    }
    return printing.letter(**usual | parts)
