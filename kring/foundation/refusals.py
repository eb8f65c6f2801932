"""A rule that says no, with a sentence fit for the screen."""

from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """Something that may not happen; `message` says so to the person, `field` names the field it is about."""

    message = _("Dit kan nu niet.")
    field: str | None = None

    def __init__(self, message=None, *, field: str | None = None):
        self.message = message or self.message
        self.field = field or self.field
        super().__init__(str(self.message))
