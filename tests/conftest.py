"""The stage: a database, the cast, and a client."""

import os

import pytest

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # browser tests run beside the database in one process


@pytest.fixture
def cast(db):
    from tests.cast import Cast

    return Cast()
