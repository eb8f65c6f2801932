"""The commands of who runs the house: the first manager, fresh locks, words and styles."""

import os
import time

import polib
import pytest
from allauth.account.models import EmailAddress
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.db import connection

from kring.foundation import locking
from kring.management.opening import Sorry, compile_words
from kring.people.models import Birth, Desk, Person

pytestmark = pytest.mark.django_db


# --- the first manager ------------------------------------------------------------------------------------------------
def test_the_first_manager_can_sign_in_and_sit_at_both_desks(capsys):
    call_command("first_manager", "Ayse@Kring.example", name="Ayşe Demirçi")

    ayse = Person.objects.get()
    assert (ayse.login_email, ayse.first_name, ayse.last_name) == ("ayse@kring.example", "Ayşe", "Demirçi")
    assert ayse.seats() == {Desk.MANAGER, Desk.OFFICE}
    assert EmailAddress.objects.filter(user=ayse, email="ayse@kring.example", verified=True, primary=True).exists()
    assert not ayse.has_usable_password()
    assert "Ayşe Demirçi is nu regiomanager en bureau." in capsys.readouterr().out


def test_asking_twice_makes_no_second_one():
    for _again in range(2):
        call_command("first_manager", "ayse@kring.example")

    assert Person.objects.count() == EmailAddress.objects.count() == 1


def test_the_first_manager_makes_it_a_house_for_real_people():
    call_command("first_manager", "ayse@kring.example")

    assert [birth.is_demo for birth in Birth.objects.all()] == [False]


def test_what_is_no_address_is_refused():
    with pytest.raises(Sorry, match="«ayse» is geen e-mailadres"):
        call_command("first_manager", "ayse")

    assert not Person.objects.exists()


def test_a_demo_has_its_own_managers(settings):
    settings.DEMO = True

    with pytest.raises(Sorry, match="--no-demo"):
        call_command("first_manager", "ayse@kring.example")


# --- locks ------------------------------------------------------------------------------------------------------------
def test_after_locking_again_the_old_key_can_go(cast, settings, capsys):
    old, new = settings.FIELD_KEYS[0], Fernet.generate_key().decode()
    cast.naima.postal_address = "Dorpsstraat 1"
    cast.naima.save()
    Birth.objects.create(is_demo=False)

    settings.FIELD_KEYS = [new, old]
    call_command("lock_again")
    settings.FIELD_KEYS = [new]

    assert Person.objects.get(pk=cast.naima.pk).postal_address == "Dorpsstraat 1"
    assert "opnieuw op slot" in capsys.readouterr().out


def test_what_is_locked_cannot_be_read_in_the_database(cast):
    cast.naima.postal_address = "Dorpsstraat 1"
    cast.naima.save()

    with connection.cursor() as cursor:
        cursor.execute("SELECT postal_address FROM kring_person WHERE id = %s", [cast.naima.pk])
        stored = cursor.fetchone()[0]

    assert "Dorpsstraat" not in stored
    assert locking.unlock(stored) == "Dorpsstraat 1"


@pytest.mark.parametrize("command", ["lock_again", "morning_round", "work"])
def test_no_command_works_on_a_house_of_the_other_kind(command):
    Birth.objects.create(is_demo=True)

    with pytest.raises(Sorry, match="een demo en blijven dat"):
        call_command(command)


def test_no_command_works_on_a_house_that_was_never_opened():
    with pytest.raises(Sorry, match="Start eerst manage.py serve"):
        call_command("morning_round")


# --- words ------------------------------------------------------------------------------------------------------------
@pytest.fixture
def words(tmp_path):
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Ons plan", msgstr="Our plan"))
    catalogue.save(str(path))
    return path


def test_words_are_compiled_when_they_changed(tmp_path, words):
    compile_words(tmp_path)
    made = words.with_suffix(".mo")
    assert [entry.msgstr for entry in polib.mofile(str(made))] == ["Our plan"]

    os.utime(made, (time.time() + 60, time.time() + 60))
    before = made.stat().st_mtime_ns
    compile_words(tmp_path)
    assert made.stat().st_mtime_ns == before

    os.utime(words, (time.time() + 120, time.time() + 120))
    compile_words(tmp_path)
    assert made.stat().st_mtime_ns != before
