"""For who appears in a story or let us pass on words: to read it, to say yes, and no at any time. By own link."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kring.foundation.doors import open_to_all
from kring.foundation.limiting import limited
from kring.foundation.refusals import Refusal
from kring.foundation.uploads import served
from kring.stories.appearing import StoryPerson
from kring.stories.refusals import TextChanged
from kring.stories.testimonials import Testimonial

GUESSES = {"per_address": "30/15m"}


def found_or_not_there(request, kind, code: str):
    limited(request, "own-story", **GUESSES, by=0)
    found = kind.at(code)
    if found is None:
        limited(request, "own-story", **GUESSES)
        raise Http404
    return found


@open_to_all
def own(request, code: str):
    """The text as it would appear, and a yes or a no; asking is the page, choosing is the button."""
    person, refusal = found_or_not_there(request, StoryPerson, code), None
    if request.method == "POST":
        try:
            choose(person, request.POST)
        except Refusal as said:
            refusal = said.message
        person = StoryPerson.at(code)
    context = {"person": person, "story": person.story, "code": code, "refusal": refusal}
    return render(request, "stories/pages/own.html", context)


def choose(person: StoryPerson, said) -> None:
    if said.get("says") == "no":
        person.take_back()
    elif said.get("says") == "yes":
        if said.get("version") != str(person.story.version):
            raise TextChanged
        person.agree(version=person.story.version)


@open_to_all
@require_safe
def own_photo(request, code: str) -> HttpResponse:
    person = found_or_not_there(request, StoryPerson, code)
    if person.story.photo is None or not person.story.has_other_names:
        raise Http404
    return served(person.story.photo, request)


@open_to_all
def own_words(request, code: str):
    """Somebody's own words, and a button to take them off the site."""
    said = found_or_not_there(request, Testimonial, code)
    is_gone = request.method == "POST"
    if is_gone:
        said.withdraw()
    return render(request, "stories/pages/own_words.html", {"said": said, "is_gone": is_gone})
