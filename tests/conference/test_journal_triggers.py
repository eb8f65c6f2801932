"""The database itself keeps the journal: nobody changes it unseen, whoever they are."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from kring.conference.access import Phase, Role
from kring.conference.journal import JournalEntry, JournalRelease

TRIGGERS = ("kring", "0003_journal_is_append_only")


@pytest.fixture
def migrated(request):
    if request.config.getoption("nomigrations"):
        pytest.skip("migrations are left out of this run")


@pytest.fixture
def conference(migrated, cast):
    """Where three things happened."""
    conference = cast.conference(phase=Phase.PREPARATION)
    for _again in range(3):
        conference.write_down("word_question", by=cast[Role.MAIN_PERSON])
    return conference


def drop_triggers():
    call_command("migrate", "kring", "0002", verbosity=0)


def test_an_entry_is_never_changed(conference):
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        conference.journal.filter(number=2).update(step="stop")

    assert JournalEntry.first_break(conference) is None


def test_an_entry_is_never_taken_out(conference):
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        conference.journal.filter(number=3).delete()

    assert conference.journal.count() == 3


def test_not_even_with_everything_around_it(conference):
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM kring_journalentry")


def test_when_its_time_is_over_it_goes(conference):
    JournalRelease.objects.create(conference=conference)

    conference.journal.all().delete()

    assert not conference.journal.exists()


def test_the_release_of_one_opens_no_other(conference, cast):
    other = cast.conference(phase=Phase.PREPARATION)
    JournalRelease.objects.create(conference=other)

    with pytest.raises(DatabaseError), transaction.atomic():
        conference.journal.all().delete()


def test_a_released_journal_still_cannot_be_changed(conference):
    JournalRelease.objects.create(conference=conference)

    with pytest.raises(DatabaseError), transaction.atomic():
        conference.journal.update(step="stop")


@pytest.mark.django_db(transaction=True)
def test_who_takes_the_triggers_away_is_found_out(conference):
    drop_triggers()
    try:
        conference.journal.filter(number=2).update(step="stop")
    finally:
        call_command("migrate", "kring", verbosity=0)

    assert JournalEntry.first_break(conference) == 2
    assert TRIGGERS in MigrationRecorder(connection).applied_migrations()


@pytest.mark.django_db(transaction=True)
def test_who_takes_an_entry_out_of_the_middle_is_found_out(conference):
    drop_triggers()
    try:
        conference.journal.filter(number=2).delete()
    finally:
        call_command("migrate", "kring", verbosity=0)

    assert JournalEntry.first_break(conference) == 2
