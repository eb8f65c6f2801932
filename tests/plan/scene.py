"""A plan with something in every part, and what a reader finds on its papers."""

import re
import subprocess
from datetime import date

from django.urls import reverse

from kring.plan.expecting import Expectation
from kring.plan.models import Plan


def at(conference, name: str, *args) -> str:
    return reverse(f"plan:{name}", args=[conference.slug, *args])


def full(cast, conference) -> Plan:
    """Something in every part of the anatomy."""
    plan = Plan.of(conference)
    plan.agreements.create(
        what="De kinderen halen", who="Oom Karel", when="elke vrijdag", starts_on=date(2027, 3, 1),
        until_on=date(2027, 7, 9), for_whom=cast.naima, stand_in="de buurman", watcher="Tante Rachida", position=1,
    )  # fmt: skip
    plan.agreements.create(
        what="Mee naar school", who="Marloes van Dijk", doer=cast.marloes, kind="professional", position=2
    )
    plan.agreements.create(
        what="Bij ruzie gaan de kinderen naar de Eikenlaan", who="Fatma", doer=cast.fatma, is_safety=True, position=3
    )
    plan.help_asked.create(
        what="Een plek in de huiswerkklas", of_whom="Marloes van Dijk", professional=cast.marloes,
        by_when="voor Pasen", keep_in_touch="om de week", answer="otherwise", answer_text="Wel op dinsdag",
        answer_by="vanaf april",
    )  # fmt: skip
    plan.condition_answers.create(condition=plan.conditions()[0], how="Oma brengt ze")
    plan.fill_in(
        otherwise="Dan bellen we dezelfde dag", contact="Oma Fatma", progress_where="bij oma thuis",
        also_called="family_group", easy="Oma brengt de kinderen.", child="Oma brengt jou naar school.", by=cast.naima,
    )  # fmt: skip
    words = {"expected": "Eerst bellen, dan pas komen", "in_touch": "Oma belt elke maandag"}
    Expectation.write(plan, professional=cast.stefan, by=cast.naima, **words)
    return plan


def words_on(pdf: bytes) -> str:
    """What a screen reader finds in it, page by page, each ended by a form feed."""
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return found.stdout.decode()


def plain(pdf: bytes) -> str:
    """Its words without the places where lines and long words were broken."""
    return " ".join(re.sub("[-\u00ad\u200b]\n|[\u00ad\u200b]", "", words_on(pdf)).split())
