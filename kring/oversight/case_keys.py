"""The key of a conference in the books: the same on every paper, and it leads nobody to a family."""

from base64 import b32encode

from django.utils.crypto import salted_hmac

from kring.conference.models import Conference

SIGNS = 8


def case_key(conference: Conference) -> str:
    """«K7QD-2MXP»: made of the secret of this house, so it cannot be worked out from an address, a name or a day."""
    made = salted_hmac("kring.oversight.case_key", conference.slug, algorithm="sha256").digest()
    signs = b32encode(made).decode()[:SIGNS]
    return f"{signs[:4]}-{signs[4:]}"
