"""Everything the family made, in one file that opens without us: a page, the plan on paper, and the own uploads."""

import io
import zipfile
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from kring.circle.own_words import OwnMessage
from kring.circle.picturing import InvitationPicture
from kring.conference.models import Conference
from kring.foundation.uploads import NAMES, Upload
from kring.people.models import Organisation, Person
from kring.plan import papers
from kring.plan.agreements import Agreement
from kring.plan.copying import hides_safety
from kring.plan.models import Plan

STYLE = Path("followup/documents/own_copy.css")
PAGE = "followup/documents/own_copy.html"


def own_copy(conference: Conference, person: Person) -> bytes:
    """What this person may read, and nothing of anybody who would rather not be seen."""
    plan = Plan.of(conference, reader=person)
    versions = [(version, for_reader(version.told(), plan)) for version in plan.versions.all()]
    uploads = own_uploads(conference, person)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("lees-dit.html", page(plan, versions, uploads))
        for version, told in versions:
            bundle.writestr(paper_of(version), papers.whole(told))
        for name, upload in uploads:
            bundle.writestr(name, upload.content())
    return file.getvalue()


def for_reader(told: dict, plan: Plan) -> dict:
    """Safety is for whom the main people gave it, also here."""
    return told | {"safety": []} if hides_safety(plan, plan.reader) else told


def paper_of(version) -> str:
    return f"plan-versie-{version.number}.pdf"


def page(plan: Plan, versions: list, uploads: list) -> str:
    """One page with its own letters and lines; it asks nothing of any network."""
    conference, newest = plan.conference, versions[0][1] if versions else None
    context = {
        "conference": conference,
        "organisation": Organisation.current(),
        "question": plan.question,
        "plan": newest and papers.payload(newest),
        "easy": newest and newest["easy"],
        "child": newest and newest["child"],
        "papers": [(version, paper_of(version)) for version, _told in versions],
        "went": how_it_went(plan),
        "talks": list(conference.progress_talks.all()),
        "own_words": [it.text for it in own_messages(conference, plan.reader) if it.text],
        "uploads": [(name, upload.is_picture) for name, upload in uploads],
        "style": own_style(),
        "today": timezone.localdate(),
        "lang": translation.get_language(),
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
    }
    return render_to_string(PAGE, context)


def own_style():
    """In the page itself: it must look right where nothing else is."""
    return format_html("<style>{}</style>", mark_safe((settings.HOUSE / STYLE).read_text()))


def how_it_went(plan: Plan) -> list[Agreement]:
    """What the circle told about its agreements since."""
    told = plan.agreements.exclude(went="")
    return list(told.filter(is_safety=False) if hides_safety(plan, plan.reader) else told)


def own_messages(conference: Conference, person: Person) -> list[OwnMessage]:
    return list(OwnMessage.objects.filter(conference=conference, author=person).select_related("picture", "sound"))


def own_uploads(conference: Conference, person: Person) -> list[tuple[str, Upload]]:
    """The drawings, photos and voices of this person, by a name of ours."""
    pictures = InvitationPicture.objects.filter(conference=conference, person=person).select_related("upload")
    found = [it.upload for it in pictures] + [
        upload for it in own_messages(conference, person) for upload in (it.picture, it.sound)
    ]
    own = [upload for upload in found if upload]
    return [(f"eigen/{number}-{NAMES[upload.content_type]}", upload) for number, upload in enumerate(own, start=1)]
