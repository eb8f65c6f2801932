"""An older man who gets out less: his niece asked, and he decides now."""

from kring.demo.steps import ago, somebody
from kring.people.models import Channel
from kring.referral.models import Referral, Requester


def gerrit_is_asked(staff: dict, towns: dict) -> None:
    referral = Referral.receive(
        kind=Requester.NEAR,
        main_person=somebody("Gerrit", "Visser", Channel.PHONE, "06 00 00 03 01"),
        requester=somebody("Anneke", "Visser", Channel.SMS, "06 00 00 03 02"),
        municipality=towns["Harderwijk"],
        occasion="Mijn oom komt de deur niet meer uit sinds zijn val. Hij wil thuis blijven wonen.",
        knows=True,
    )
    referral.record_talk(talked_on=ago(1), talked_with="Anneke", by=referral.conference.manager)
