"""Friday stories, for everybody to read; only those whose hour has come."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kring.foundation.doors import open_to_all
from kring.foundation.uploads import served
from kring.stories.feeds import StoryFeed
from kring.stories.models import FridayStory

feed = open_to_all(require_safe(StoryFeed()))


@open_to_all
@require_safe
def listed(request):
    """The stories of one year, the newest first."""
    stories = FridayStory.out()
    years = [day.year for day in stories.dates("published_on", "year", order="DESC")]
    asked = request.GET.get("jaar", "")
    year = next((one for one in years if str(one) == asked), next(iter(years), None))
    context = {"stories": stories.filter(published_on__year=year) if year else [], "years": years, "year": year}
    return render(request, "stories/pages/list.html", context)


@open_to_all
@require_safe
def story(request, slug: str):
    found = get_object_or_404(FridayStory.out(), slug=slug)
    around = {"earlier": found.earlier(), "later": found.later()}
    return render(request, "stories/pages/story.html", {"story": found, **around})


@open_to_all
@require_safe
def photo(request, slug: str) -> HttpResponse:
    found = get_object_or_404(FridayStory.out().select_related("photo"), slug=slug)
    if found.photo is None:
        raise Http404
    return served(found.photo, request)
