"""Open files of CBS and PDOK bring places and postcodes: in every form they come in, whole or not at all."""

import io
import zipfile

import pytest
from django.core.management import CommandError, call_command

from kring.region import loading
from kring.region.importing import Atlas, Harvest, Unreadable, bring_in, read
from kring.region.models import Municipality

PC6 = """PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025
8071AB;1;3020000;30200;302
8071AC;3;3020000;30200;302
1382AA;5;0;0;457
"""


@pytest.fixture
def everywhere(db):
    loading.load()


@pytest.fixture
def put(tmp_path):
    """Write a file and say where it is."""

    def write(text: str | bytes, name: str = "file.csv"):
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path / name

    return write


def packed(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as box:
        for name, text in files.items():
            box.writestr(name.replace("_csv", ".csv").replace("_txt", ".txt"), text)
    return made.getvalue()


def town(name: str) -> Municipality:
    return Municipality.objects.get(name=name)


def test_the_postcode_file_of_cbs_gives_each_municipality_its_postcodes(everywhere, put):
    [taken] = bring_in([put(PC6)])

    assert town("Nunspeet").postcodes == "8071"
    assert town("Amsterdam").postcodes == "1382"  # Weesp ended
    assert taken.sentence() == "file.csv: 0 plaatsen en 2 postcodes van 2 gemeenten."


@pytest.mark.parametrize(
    "text",
    [
        "Postcode,Woonplaats,Gemeente\n8071 AB,Elspeet,Nunspeet\n",
        "﻿pc4;woonplaatsnaam;GM_CODE\r\n8071;Elspeet;GM0302\r\n",
        '"PC4"\t"Plaatsnaam"\t"Gemeentenaam 2025"\n"8071"\t"Elspeet"\t"Nunspeet"\n',
        "PC4;Woonplaats;Gemeente/Code (code);Gemeente/Naam (naam)\n8071;Elspeet;GM0302;Nunspeet\n",
    ],
)
def test_commas_semicolons_tabs_quotes_and_a_mark_are_all_read(everywhere, put, text):
    bring_in([put(text)])

    assert (town("Nunspeet").places, town("Nunspeet").postcodes) == ("Elspeet", "8071")


@pytest.mark.rule("B4")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_names_with_signs_survive_every_way_of_writing(everywhere, put, encoding):
    text = "Woonplaats;Gemeente\nGaastmeer;Súdwest-Fryslân\nBoazum – ’t Gea;Súdwest-Fryslân\n"
    text += "Koudum;'s-Gravenhage\nÇeşme;Den Bosch\n"
    text = text.replace("Çeşme", "Çesme") if encoding == "cp1252" else text

    bring_in([put(text.encode(encoding))])

    assert town("Súdwest-Fryslân").places == "Boazum – ’t Gea, Gaastmeer"
    assert town("Den Haag").places == "Koudum"
    assert town("'s-Hertogenbosch").places in ("Çeşme", "Çesme")
    assert Municipality.objects.meant_by("boazum").name == "Súdwest-Fryslân"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Hengelo (O.)", "Hengelo"),
        ("Utrecht (gemeente)", "Utrecht"),
        ("Bergen (NH.)", "Bergen (NH)"),
        ("Bergen (L.)", "Bergen (L)"),
    ],
)
def test_official_names_of_cbs_are_understood(everywhere, put, written, name):
    bring_in([put(f"Woonplaats;Gemeentenaam\nErgensdorp;{written}\n")])

    assert town(name).places == "Ergensdorp"


def test_wrong_rows_are_passed_by_and_counted_with_the_reason(everywhere, put):
    text = (
        "PC4;Gemeente\n8071;Nunspeet\n807;Nunspeet\n;Nunspeet\n8072;Atlantis\n8073;Haaren\n\n8074\n8075;Nunspeet;more\n"
    )

    [taken] = bring_in([put(text)])

    assert town("Nunspeet").postcodes == "8071 8075"
    assert "3 zonder bekende gemeente, 2 zonder goede postcode of plaats" in taken.sentence()


def test_a_file_that_is_none_of_these_is_refused_with_what_was_seen_and_what_is_wanted(everywhere, put):
    with pytest.raises(Unreadable) as refused:
        bring_in([put("Naam;Leeftijd\nJan;3\n")])

    assert "Naam, Leeftijd" in str(refused.value)
    assert "GM-code" in str(refused.value)
    assert "PC4" in str(refused.value)


@pytest.mark.parametrize("text", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", b"\n\n\n"])
def test_what_is_no_table_at_all_is_refused(everywhere, put, text):
    with pytest.raises(Unreadable):
        bring_in([put(text)])


def test_a_zip_is_read_as_it_is_and_what_is_none_of_ours_in_it_passed_by(everywhere, put):
    box = packed(pc6_csv=PC6, buurten_csv="Buurtcode;Buurtnaam\n1;Noord\n", leesmij_txt="Lees dit eerst")

    [taken] = bring_in([put(box, "cbs.zip")])

    assert taken.file == "cbs.zip/pc6.csv"
    assert town("Nunspeet").postcodes == "8071"


def test_a_zip_without_a_table_of_ours_or_a_broken_one_is_refused(everywhere, put):
    for box in (packed(leesmij_txt="Lees dit"), packed(plaatje_png="x"), packed(pc6_csv=PC6 * 50)[:-40]):
        with pytest.raises(Unreadable):
            bring_in([put(box, "cbs.zip")])


def test_of_several_files_all_is_taken_or_nothing(everywhere, put):
    good, bad = put(PC6), put("Naam;Leeftijd\n", "bad.csv")

    with pytest.raises(Unreadable):
        bring_in([good, bad])

    assert town("Nunspeet").postcodes == ""


def test_the_same_files_again_give_the_same_and_a_newer_one_replaces(everywhere, put):
    places = "Woonplaats;Gemeente\nElspeet;Nunspeet\n"
    bring_in([put(PC6), put(places, "places.csv")])
    bring_in([put(PC6), put(places, "places.csv")])
    assert (town("Nunspeet").places, town("Nunspeet").postcodes) == ("Elspeet", "8071")

    bring_in([put(PC6.replace("8071", "8077"))])

    assert (town("Nunspeet").places, town("Nunspeet").postcodes) == ("Elspeet", "8077")


class Endless(io.RawIOBase):
    """A table of a great many rows that is never in memory as a whole."""

    def __init__(self, rows: int):
        self.left, self.header = rows, True

    def readline(self, size=-1):
        if self.header:
            self.header = False
            return b"PC6;Gemeente2025\n"
        self.left -= 1
        return b"8071AB;302\n" if self.left >= 0 else b""


def test_a_very_large_file_is_read_line_by_line(everywhere):
    harvest = Harvest()

    taken = read("large.csv", Endless(100_000), Atlas(), harvest)

    assert taken.postcodes == {"8071"}
    assert harvest.postcodes == {town("Nunspeet").pk: {"8071"}}


@pytest.mark.django_db
def test_the_command_says_one_sentence_a_file_and_stops_kindly(put, capsys, monkeypatch):
    monkeypatch.setattr("kring.management.commands.import_places.refuse_unless_open", lambda: None)
    loading.load()

    call_command("import_places", str(put(PC6)))
    assert "2 postcodes van 2 gemeenten" in capsys.readouterr().out

    with pytest.raises(CommandError, match="is er niet"):
        call_command("import_places", "/nowhere/at/all.csv")
