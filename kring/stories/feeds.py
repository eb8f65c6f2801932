"""The stories as a feed: what is out, and nothing that counts who reads."""

from django.contrib.syndication.views import Feed
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import gettext_lazy as _

from kring.stories import fridays
from kring.stories.models import FridayStory

NEWEST = 20


class StoryFeed(Feed):
    """The newest stories, whole."""

    feed_type = Atom1Feed
    title = _("Vrijdagverhalen")
    subtitle = _("Elke vrijdag een kort verhaal over mensen die samen een plan maakten.")
    link = reverse_lazy("stories:list")
    feed_url = reverse_lazy("stories:feed")

    def items(self):
        return FridayStory.out()[:NEWEST]

    def item_title(self, item: FridayStory) -> str:
        return item.title

    def item_description(self, item: FridayStory) -> str:
        return linebreaks(item.text, autoescape=True)

    def item_link(self, item: FridayStory) -> str:
        return reverse("stories:story", args=[item.slug])

    def item_pubdate(self, item: FridayStory):
        return fridays.hour_of(item.published_on)
