"""Fields whose text is encrypted in the database, with a key from the environment."""

from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models, transaction


@lru_cache(maxsize=4)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    try:
        return MultiFernet([Fernet(key.strip()) for key in keys])
    except ValueError as wrong:
        raise ImproperlyConfigured("KRING_FIELD_KEYS must be Fernet keys, separated by commas.") from wrong


def ring() -> MultiFernet:
    """The keys in use: the first one locks, every one of them unlocks."""
    return _ring(tuple(settings.FIELD_KEYS))


def lock(text: str) -> str:
    return ring().encrypt(text.encode()).decode()


def unlock(token: str) -> str:
    try:
        return ring().decrypt(token.encode()).decode()
    except InvalidToken as wrong:
        raise ImproperlyConfigured("A locked field does not open: is a key missing from KRING_FIELD_KEYS?") from wrong


class LockedTextField(models.TextField):
    """Text that is ciphertext in the database; it cannot be searched or ordered."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return lock(value) if value else value

    def from_db_value(self, value, expression, connection):
        return unlock(value) if value else value


def locked_fields() -> list[tuple[type[models.Model], list[str]]]:
    """Every model that holds locked fields, with their names."""
    from django.apps import apps

    found = [
        (model, [field.attname for field in model._meta.local_fields if isinstance(field, LockedTextField)])
        for model in apps.get_models()
    ]
    return [(model, names) for model, names in found if names]


def lock_again() -> int:
    """Lock every field anew with the first key, so that old keys can go; returns the number of rows."""
    rows = 0
    for model, names in locked_fields():
        for pk in list(model._base_manager.values_list("pk", flat=True)):
            with transaction.atomic():  # so that nothing written meanwhile is overwritten
                if row := model._base_manager.select_for_update().only("pk", *names).filter(pk=pk).first():
                    model._base_manager.filter(pk=pk).update(**{name: getattr(row, name) for name in names})
                    rows += 1
    return rows
