"""In which voice somebody is asked how it was: a child with faces, the family with «je», who works here with «u»."""

from kring.followup.evaluating import EvaluationAsked, Group
from kring.followup.questions import CHILD, FAMILY, WORK

AT_WORK = (Group.PROFESSIONAL, Group.COORDINATOR)


def voice_for(asked: EvaluationAsked) -> str:
    if asked.group in AT_WORK:
        return WORK
    is_child = asked.group == Group.MINOR or asked.conference.members.filter(person=asked.person, for_a_child=True)
    return CHILD if is_child else FAMILY
