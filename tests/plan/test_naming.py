"""Whom a name that the circle wrote down stands for."""

import pytest

from kring.plan.naming import recognise


@pytest.mark.parametrize("name", ["Fatma", "fatma", " Fatma  Bouzid ", "Oma Fatma", "tante Fatma Bouzid"])
def test_a_name_that_fits_one_person_is_that_person(cast, name):
    assert recognise(name, [cast.naima, cast.fatma, cast.marloes]) == cast.fatma


@pytest.mark.parametrize("name", ["", "Oma", "Bouzid", "Piet", "Fatma en Naima", "de buurvrouw van Fatma", "Fatmagül"])
def test_any_other_name_is_nobody_we_know(cast, name):
    assert recognise(name, [cast.naima, cast.fatma]) is None


def test_a_name_that_two_people_have_is_neither(cast):
    other = cast.anyone_new("Fatma", last_name="Yılmaz")

    assert recognise("Fatma", [cast.fatma, other]) is None
    assert recognise("Fatma Yılmaz", [cast.fatma, other]) == other
