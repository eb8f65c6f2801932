"""Friday stories, for everybody to read; only those whose day has come."""

from django.shortcuts import get_object_or_404, render

from kring.foundation.doors import open_to_all
from kring.stories.models import FridayStory


@open_to_all
def listed(request):
    return render(request, "stories/pages/list.html", {"stories": FridayStory.out()[:50]})


@open_to_all
def story(request, slug: str):
    found = get_object_or_404(FridayStory.out(), slug=slug)
    return render(request, "stories/pages/story.html", {"story": found})
