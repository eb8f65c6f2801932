"""A text to copy into the family's own app group: when and where, without a link and without what it is about."""

from django.utils.translation import gettext as _

from kring.followup.calling_together import Gathering
from kring.foundation.templatetags.house import starts


def for_their_app(gathering: Gathering | None) -> str:
    """The group is theirs; a personal link never stands in it, for it lets in whoever has it."""
    if gathering is None:
        return _("Hoi allemaal. Zullen we weer eens samen kijken hoe het gaat? Welke dag past jullie?")
    if gathering.starts_at is None:
        return _("Hoi allemaal. We willen weer bij elkaar komen. Kijk in je eigen bericht en zeg welke dag past.")
    when = {"when": starts(gathering.starts_at), "place": gathering.place}
    if gathering.place:
        return _("Hoi allemaal. We komen bij elkaar: %(when)s, %(place)s. Past het niet? Laat het weten.") % when
    return _("Hoi allemaal. We komen bij elkaar: %(when)s. Past het niet? Laat het weten.") % when
