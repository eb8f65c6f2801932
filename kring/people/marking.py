"""Codes for on paper and in addresses: a row's slug and a mark that only who holds the secret key can make."""

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from kring.foundation.addresses import ALPHABET, new_slug

HALF = len(new_slug())  # a code is a slug of twelve signs and a mark of twelve


def mark_of(purpose: str, slug: str, nonce: str, secret: str | None = None) -> str:
    """The mark that belongs to a row: HMAC-SHA256, cut off at 59 bits, in signs that can be read out."""
    number = int.from_bytes(
        salted_hmac(f"kring.people.marking.{purpose}", f"{slug}:{nonce}", secret=secret, algorithm="sha256").digest()
    )
    signs = []
    for _place in range(HALF):
        number, rest = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[rest])
    return "".join(signs)


def is_marked(purpose: str, slug: str, nonce: str, mark: str) -> bool:
    """Did we make this mark, with the key of now or with one that is being replaced?"""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return any([constant_time_compare(mark, mark_of(purpose, slug, nonce, secret)) for secret in secrets])


def tidy(typed: str) -> str:
    """A code as somebody types it, without capitals, spaces and strokes."""
    return "".join(sign for sign in typed.lower() if sign.isalnum())


def halves(typed: str) -> tuple[str, str]:
    """Slug and mark of a code, however it was grouped; two empty texts when it cannot be one."""
    code = tidy(typed)
    if len(code) != 2 * HALF or not set(code) <= set(ALPHABET):
        return "", ""
    return code[:HALF], code[HALF:]


def grouped(code: str) -> str:
    """In fours, for on paper."""
    code = tidy(code)
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
