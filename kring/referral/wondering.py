"""«Is dit iets voor mij?»: what we say back to each answer. Never a no, never advice, nothing kept (B5, B20, B24)."""

from django.utils.translation import gettext_lazy as _

OPEN = _("Weet je iets nog niet? Dat hoeft nu ook niet.")
REPLIES = {
    ("about", "children"): _("Gaat het over kinderen of jongeren? Zij denken mee, zoals het bij hen past."),
    ("about", "myself"): _("Word je ouder, ben je ziek of vaak alleen? Dit is er ook voor jou."),
    ("about", "money"): _("Ook rond geld, werk en wonen maken mensen een plan. Een adres heb je niet nodig."),
    ("about", "other"): _("Je hoeft ons niet te vertellen waar het over gaat."),
    ("people", "many"): _("Je kiest zelf wie je vraagt. Vaak komen er meer mensen dan je nu denkt."),
    ("people", "quarrel"): _("Met ruzie kan het ook. De coördinator praat vooraf met ieder apart."),
    ("people", "nobody"): _("Veel mensen zeggen: ik heb niemand. Dat is goed. Dan zoeken we samen wie er toch is."),
    ("people", "unknown"): OPEN,
    ("hard", "yes"): _("Te ingewikkeld bestaat hier niet. Je hoeft het ook niet eerst uit te leggen."),
    ("hard", "no"): _("Ook voor één ding mag je mensen bij elkaar vragen."),
    ("hard", "unknown"): OPEN,
    ("decided", "nothing"): _("Je hoeft niet te wachten tot er iets besloten is. Beginnen mag altijd."),
    ("decided", "soon"): _("Komt er iets aan? Bel dan vandaag. Als het moet, kan het binnen een week."),
    ("decided", "done"): _("Ook dan mag je een eigen plan maken. Wat er besloten is, nemen we mee in het gesprek."),
    ("decided", "unknown"): OPEN,
}


def replies(answers: dict[str, str]) -> list[str]:
    """A sentence to each answer, in the order of the questions; the same sentence is said once."""
    said = [str(REPLIES[answer]) for answer in answers.items() if answer in REPLIES]
    return list(dict.fromkeys(said))
