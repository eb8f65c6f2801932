"""Which hat today: asked of a teacher beside the answer, and decided by the main person when it is the circle."""

from django.utils.translation import gettext as _

from kring.circle.answering_views import in_their_tongue
from kring.circle.kinds import Hat
from kring.circle.models import CircleMember
from kring.circle.views import member_of, on_from_deciding
from kring.circle.wearing import decide_hat, say_which_hat
from kring.conference.guards import does, go, said


@does("answer_invitation")
@in_their_tongue
def which_hat(request, conference):
    member = CircleMember.of(conference, request.hand.name_of)
    say_which_hat(member, hat=request.POST.get("hat", ""), by=request.hand)
    said(request, _("Het staat genoteerd."))
    return go(request, "circle:answer")


@does("agree_to_someone")
def into_circle(request, conference, member):
    member = member_of(conference, member, request.hand.name_of)
    into = request.POST.get("hat") == Hat.CIRCLE
    decide_hat(member, into_circle=into, by=request.hand)
    names = {"name": member.name}
    said(
        request, (_("%(name)s hoort bij de kring.") if into else _("%(name)s komt als professional vertellen.")) % names
    )
    return on_from_deciding(request, conference)
