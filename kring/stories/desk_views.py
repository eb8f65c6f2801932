"""The desk of the editors: what stands ready, what waits for whom, and one story from draft to Friday."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.forms import posted
from kring.foundation.refusals import Refusal
from kring.foundation.uploads import served
from kring.people.doors import at_desk
from kring.people.models import Desk, Person
from kring.stories import editing, fridays
from kring.stories.desk_forms import EditorForm, FridayForm, PictureForm, StoryForm
from kring.stories.models import FridayStory
from kring.stories.refusals import TextChanged
from kring.stories.sending import FridayRound
from kring.stories.subscribing import Subscriber

AHEAD = 8  # Fridays to choose from
desk_of_editors = at_desk(Desk.EDITOR, Desk.OFFICE)


def of_a_story(view):
    """A page about one story; what it refuses is said on the page of that story."""

    @desk_of_editors
    @wraps(view)
    def guarded(request, slug: str, **kwargs):
        story = get_object_or_404(FridayStory, slug=slug)
        try:
            return view(request, story, **kwargs)
        except Refusal as refusal:
            messages.error(request, refusal.message)
            return to_story(story)

    return guarded


def as_read(request, story: FridayStory) -> None:
    """The button stood under this very text."""
    if request.POST.get("version") != str(story.version):
        raise TextChanged


def to_story(story: FridayStory) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("stories:edit", args=[story.slug]), status=303)


@desk_of_editors
@require_safe
def desk(request):
    """The coming Fridays, the drafts, and what went out last."""
    queue = list(FridayStory.queue())
    context = {
        "coming": fridays.coming(),
        "is_empty": not queue or queue[0].published_on != fridays.coming(),
        "queue": queue,
        "drafts": FridayStory.objects.filter(published_on=None).select_related("written_by").order_by("-changed_at"),
        "rounds": FridayRound.objects.select_related("story").order_by("-friday")[:8],
        "readers": Subscriber.readers().count(),
    }
    return render(request, "stories/pages/desk.html", context)


@desk_of_editors
def new(request):
    form = StoryForm(posted(request))
    if form.is_bound and form.carry(lambda version, **given: FridayStory.write(**given, by=request.user)):
        return to_story(form.result)
    return render(request, "stories/pages/text.html", {"form": form, "story": None})


@of_a_story
@require_safe
def edit(request, story):
    """Where this story is on its way, and the next step."""
    people = list(story.people.prefetch_related("consents"))
    for person in people:
        person.story = story
    taken = set(FridayStory.queue().values_list("published_on", flat=True))
    form = FridayForm(fridays=fridays.free(taken, AHEAD))
    own = request.user.pk in (story.written_by_id, story.changed_by_id)
    context = {"story": story, "people": people, "friday_form": form, "wrote_it": own}
    return render(request, "stories/pages/edit.html", context)


@of_a_story
def text(request, story):
    before = {"title": story.title, "text": story.text, "is_invented": story.is_invented, "version": story.version}
    form = StoryForm(posted(request), initial=before)
    if form.is_bound and form.carry(story.rewrite, by=request.user):
        return to_story(story)
    return render(request, "stories/pages/text.html", {"form": form, "story": story})


@of_a_story
def picture(request, story):
    before = {"alt": story.photo_alt, "credit": story.photo_credit, "consent": story.photo_consent}
    form = PictureForm(posted(request), request.FILES or None, initial=before)
    if form.is_bound and form.carry(story.show, by=request.user):
        return to_story(story)
    return render(request, "stories/pages/picture.html", {"form": form, "story": story})


@of_a_story
@require_safe
def picture_file(request, story) -> HttpResponse:
    if story.photo is None:
        raise Http404
    return served(story.photo, request)


@of_a_story
@require_POST
def hide_picture(request, story):
    story.hide_picture()
    return to_story(story)


@of_a_story
@require_POST
def change_names(request, story):
    as_read(request, story)
    story.change_names(by=request.user)
    return to_story(story)


@of_a_story
@require_POST
def look_over(request, story):
    as_read(request, story)
    story.look_over(by=request.user)
    messages.success(request, _("Dank u. Het verhaal kan nu in de wachtrij."))
    return to_story(story)


@of_a_story
@require_POST
def plan(request, story):
    taken = set(FridayStory.queue().values_list("published_on", flat=True))
    form = FridayForm(request.POST, fridays=fridays.free(taken, AHEAD))
    if form.carry(story.publish):
        messages.success(request, _("Het staat klaar."))
    else:
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return to_story(story)


@of_a_story
@require_POST
def take_away(request, story):
    story.take_away()
    messages.success(request, _("Weggehaald. Het staat nergens meer en wordt niet meer verstuurd."))
    return to_story(story)


@of_a_story
def erase(request, story):
    """A draft goes for good, with the names of who appears in it."""
    if request.method == "POST" and story.published_on is None:
        story.delete()
        messages.success(request, _("Gewist."))
        return redirect("stories:desk")
    return render(request, "stories/pages/erase.html", {"story": story})


@at_desk(Desk.OFFICE)
def editors(request):
    """Who may write and read along; the office decides."""
    form = EditorForm(posted(request))
    if form.is_bound and form.carry(editing.give_a_seat):
        messages.success(request, _("Welkom bij de redactie."))
        return redirect("stories:editors")
    people = Person.objects.filter(seat__desk=Desk.EDITOR).order_by("first_name", "pk")
    return render(request, "stories/pages/editors.html", {"form": form, "people": people})


@at_desk(Desk.OFFICE)
@require_POST
def no_editor(request, person: str):
    editing.take_the_seat(get_object_or_404(Person, slug=person, seat__desk=Desk.EDITOR))
    return redirect("stories:editors")
