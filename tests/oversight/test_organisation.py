"""Who we are, as the office keeps it: on every page and letter at once."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kring.foundation.uploads import Upload
from kring.oversight.organisation_forms import OrganisationForm
from kring.oversight.organising import show_logo
from kring.people.models import Organisation

HOUSE = "/werk/organisatie/"
WORDS = {
    "name": "Samen Zwolle", "phone": "038 111 22 33", "email": "samen@zwolle.example", "contact_days": 2,
    "urgent_hours": 6, "confidant_name": "Jeugdstem", "confidant_phone": "088 555 1000",
    "opening_hours": "werkdagen van 9.00 tot 17.00 uur", "rsin": "123456782", "iban": "NL91 ABNA 0417 1643 00",
}  # fmt: skip


def picture(name="logo.png") -> SimpleUploadedFile:
    made = BytesIO()
    Image.new("RGBA", (900, 300), (0, 90, 60, 255)).save(made, "PNG")
    return SimpleUploadedFile(name, made.getvalue(), "image/png")


@pytest.mark.rule("A89")
def test_what_the_office_writes_stands_on_every_public_page_at_once(cast, client):
    cast.enter(client, cast.henk)
    assert HOUSE in client.get("/werk/bureau/").content.decode()

    answer = client.post(HOUSE, WORDS)

    assert answer.status_code == 302
    page = client.get("/").content.decode() + client.get("/anbi/").content.decode()
    for shown in ("Samen Zwolle", "038 111 22 33", "werkdagen van 9.00 tot 17.00 uur", "123456782"):
        assert shown in page
    assert Organisation.objects.get().iban == "NL91ABNA0417164300"
    assert "ABNA" not in page


def test_the_page_knows_every_field_of_the_organisation():
    fields = {field.name for field in Organisation._meta.get_fields() if field.concrete}

    assert set(OrganisationForm.base_fields) == fields - {"id", "logo", "own_words"}


def test_a_wrong_number_is_said_at_its_field_and_nothing_is_kept(cast, client):
    cast.enter(client, cast.henk)
    for field, typed in (("rsin", "123456789"), ("rsin", "12"), ("iban", "NL00 ABNA 0417 1643 00")):
        assert field in client.post(HOUSE, WORDS | {field: typed}).context["form"].errors, typed

    assert not Organisation.objects.exists()


def test_the_logo_is_made_anew_and_stands_on_every_page(cast, client, django_capture_on_commit_callbacks):
    Organisation.objects.create()
    cast.enter(client, cast.henk)
    client.post(f"{HOUSE}logo/", {"photo": picture()})
    logo = Upload.objects.get()
    client.logout()

    page, shown = client.get("/").content.decode(), client.get(f"/logo/{logo.slug}/")

    assert f'<img src="/logo/{logo.slug}/" alt="">' in page
    assert shown["Content-Type"] == "image/jpeg"
    with Image.open(BytesIO(shown.content)) as anew:
        assert anew.size == (480, 160)
    show_logo(photo=picture())
    assert Upload.objects.count() == 1
    assert client.get(f"/logo/{logo.slug}/").status_code == 404


def test_no_other_file_is_at_the_address_of_the_logo(cast, client):
    Organisation.objects.create()
    other = Upload.picture(picture())

    assert client.get(f"/logo/{other.slug}/").status_code == 404


def test_the_logo_stands_on_a_printed_letter(cast):
    from datetime import date

    from kring.foundation import printing

    about = {
        "to": ["Fatma"], "subject": "Dag", "paragraphs": ["Hallo"], "link": "", "typed": "", "language": "nl",
        "day": date(2026, 11, 22),
    }  # fmt: skip
    Organisation.objects.create(name="Samen Zwolle")
    without = printing.letter(**about)
    show_logo(photo=picture())

    assert b"/Subtype/Image" not in without
    assert b"/Subtype/Image" in printing.letter(**about)


def test_only_the_office_keeps_it(cast, client):
    for person in (cast.joke, cast.ayse, cast.naima):
        cast.enter(client, person)
        assert client.get(HOUSE).status_code == 404
        assert client.post(f"{HOUSE}logo/weg/").status_code == 404
