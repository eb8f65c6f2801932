"""For the editors: who appears in a story, their link, and a yes that was given on paper or by phone."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.forms import posted
from kring.stories import mailing
from kring.stories.appearing import name_somebody
from kring.stories.desk_forms import NotedYesForm, StoryPersonForm
from kring.stories.desk_views import of_a_story, to_story


@of_a_story
def add_person(request, story):
    form = StoryPersonForm(posted(request))
    if form.is_bound and form.carry(lambda **given: name_somebody(story, **given)):
        return to_story(story)
    return render(request, "stories/pages/add_person.html", {"form": form, "story": story})


@of_a_story
def note_yes(request, story, person: str):
    """How and when somebody said yes who did not use the link."""
    found = get_object_or_404(story.people, slug=person)
    form = NotedYesForm(posted(request), initial={"version": story.version, "on": timezone.localdate()})
    if form.is_bound and form.carry(found.agree, by=request.user):
        return to_story(story)
    return render(request, "stories/pages/note_yes.html", {"form": form, "story": story, "person": found})


@of_a_story
@require_POST
def note_no(request, story, person: str):
    get_object_or_404(story.people, slug=person).take_back()
    messages.success(request, _("Opgeschreven. Het verhaal staat nergens meer."))
    return to_story(story)


@of_a_story
@require_POST
def leave_out(request, story, person: str):
    get_object_or_404(story.people, slug=person).leave_out()
    return to_story(story)


@of_a_story
@require_POST
def mail_link(request, story, person: str):
    found = get_object_or_404(story.people, slug=person)
    if found.email and story.has_other_names:
        found.mailed_at = timezone.now()
        found.save(update_fields=["mailed_at"])
        mailing.ask_to_read.enqueue(found.pk)
        messages.success(request, _("De link is onderweg."))
    return to_story(story)
