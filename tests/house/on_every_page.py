"""What no page may lack, whoever looks at it: a way out, and for professionals somebody to turn to."""

import re

from kring.conference.access import Phase, Role

WAY_OUT = re.compile(r'<a class="quick-exit" href="https://')
MUST_LEAVE_AT_ONCE = (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL)
TURN_TO_THE_MANAGER = (Role.REQUESTER, Role.PROFESSIONAL, Role.CONDITION_SETTER)  # A51


def is_a_page(response) -> bool:
    return response.status_code == 200 and response["Content-Type"].startswith("text/html")


def lacking(page: str, role: Role, phase: Phase, cast) -> list[str]:
    """What this page lacks for who looks at it."""
    wanted = {}
    if role in MUST_LEAVE_AT_ONCE or (role, phase) == (Role.REQUESTER, Phase.REFERRAL):
        wanted["a way out"] = WAY_OUT.search(page)
    if role in TURN_TO_THE_MANAGER:
        wanted["the manager"] = cast.ayse.get_full_name() in page
        wanted["the manager's phone"] = cast.ayse.phone in page
        wanted["the manager's mail"] = cast.ayse.login_email in page
    return [name for name, found in wanted.items() if not found]
