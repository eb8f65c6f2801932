"""Opaque ids for addresses: nobody can count or guess them."""

import secrets

from django.db import models

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else, so it can be read out


def new_slug() -> str:
    """Twelve random characters, about 59 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(12))


class SlugField(models.SlugField):
    """The public id of a row."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 12, "unique": True, "default": new_slug, "editable": False} | kwargs)
