"""What somebody can be to the family, how they come, and what the list of people refuses."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal
from kring.foundation.wordlists import Wordlist, wordlist


class NotAgreed(Refusal):
    message = _("De hoofdpersoon heeft nog niet gezegd dat deze persoon gevraagd mag worden.")


class AlreadyInvited(Refusal):
    message = _("Deze persoon is al uitgenodigd.")


class NobodyToReach(Refusal):
    message = _("We weten nog niet hoe we deze persoon bereiken.")
    field = "reach"


class ByPhoneOnly(Refusal):
    message = _("Met deze persoon is afgesproken dat we bellen, en niet mailen of appen.")
    field = "channel"


class WhichHat(Refusal):
    message = _("Een leraar kan bij de kring horen, of als professional komen vertellen. Wat is het vandaag?")
    field = "hat"


class NotBothHats(Refusal):
    message = _(
        "Een hulpverlener of advocaat komt als professional. Komt deze persoon als vriend of buur? Kies dat dan."
    )
    field = "hat"


class NotYours(Refusal):
    message = _("Iemand anders heeft deze persoon genoemd. De coördinator kan het wel veranderen.")


class MoreThanNeeded(Refusal):
    message = _("Vóór iemand ja zegt, bewaren we alleen een naam, een relatie en één manier om iemand te bereiken.")


class HasDied(Refusal):
    message = _("Deze persoon is er niet meer, en wordt niet gevraagd.")


class NotThisSide(Refusal):
    message = _("Van deze kant beslist iemand anders wie er gevraagd wordt.")


class WhichSide(Refusal):
    message = _("Bij welke kant hoort deze persoon? Kies dat eerst.")
    field = "side"


class Ring(models.TextChoices):
    """How near somebody is to the family, as the family feels it."""

    NEAR = "near", _("dichtbij")
    MIDDLE = "middle", _("in het midden")
    FAR = "far", _("verder weg")


class Side(models.TextChoices):
    """Two sides of a family; whose they are is said by `sides`."""

    FIRST = "first", _("moeders kant")
    SECOND = "second", _("vaders kant")
    BOTH = "both", _("hoort bij allebei")


class Relation(models.TextChoices):
    FAMILY = "family", _("familie")
    FOSTER = "foster", _("pleegfamilie")
    FRIEND = "friend", _("vriend of vriendin")
    CHILDHOOD_FRIEND = "childhood_friend", _("vriend of vriendin van vroeger")
    NEIGHBOUR = "neighbour", _("buur")
    COLLEAGUE = "colleague", _("collega")
    TEACHER = "teacher", _("leraar")
    CLUB = "club", _("club of sport")
    FAITH = "faith", _("kerk, moskee of geloof")
    HELPER = "helper", _("hulpverlener")
    LAWYER = "lawyer", _("advocaat")
    OTHER = "other", _("iemand anders")


RELATIONS = wordlist(
    Wordlist(
        "relation",
        _("Wat iemand is voor de familie"),
        Relation,
        stays=frozenset(
            {Relation.FAMILY, Relation.FOSTER, Relation.TEACHER, Relation.HELPER, Relation.LAWYER, "other"}
        ),
        last=Relation.OTHER,
    )
)
AT_WORK = (Relation.HELPER, Relation.LAWYER)  # these come as professionals, never in the circle by that name


class Hat(models.TextChoices):
    CIRCLE = "circle", _("hoort bij de kring")
    PROFESSIONAL = "professional", _("komt als professional vertellen")


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("ik kom")
    BY_PHONE = "by_phone", _("ik doe mee per telefoon")
    BY_VIDEO = "by_video", _("ik doe mee met beeldbellen")
    LETTER = "letter", _("ik schrijf een brief")
    VOICE = "voice", _("ik spreek een boodschap in")
    SPOKESPERSON = "spokesperson", _("iemand spreekt voor mij")
    NOT = "not", _("ik doe niet mee")


class Way(models.TextChoices):
    """How an invitation goes when it goes by hand and is not read out."""

    CARD = "card", _("kaartje om te geven")
    APP = "app", _("WhatsApp, zelf versturen")


class Aid(models.TextChoices):
    """What somebody needs to be able to come."""

    INTERPRETER = "interpreter", _("een tolk")
    WHEELCHAIR = "wheelchair", _("plek voor een rolstoel")
    HEARING = "hearing", _("hulp bij het horen")
    FOOD = "food", _("ander eten")
    CHILDCARE = "childcare", _("oppas")
    LIFT = "lift", _("vervoer")
