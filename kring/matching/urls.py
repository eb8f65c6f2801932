"""The coordinator's desk, and within a conference: finding a coordinator, first contact, coaching."""

from django.urls import path

from kring.matching import asking, conference_views, views  # noqa: F401  (asking registers its prompts)

app_name = "matching"
HERE = "c/<slug:slug>/"
urlpatterns = [
    path("werk/mijn-conferenties/", views.mine, name="mine"),
    path("werk/beschikbaar/", views.available, name="available"),
    path("werk/voorstel/<slug:slug>/", views.offer, name="offer"),
    path("werk/voorstel/<slug:slug>/nee/", views.decline, name="decline"),
    path("werk/post/<slug:slug>/gedaan/", views.tick_off, name="tick_off"),
    path("werk/post/<slug:slug>/opnieuw/", views.try_again, name="try_again"),
    path("werk/post/<slug:slug>/brief.pdf", views.paper, name="paper"),
    path(f"{HERE}coordinator-zoeken/", conference_views.find, name="find"),
    path(f"{HERE}voorstel/<slug:offer>/intrekken/", conference_views.withdraw, name="withdraw"),
    path(f"{HERE}eerste-contact/", conference_views.first_contact, name="first_contact"),
    path(f"{HERE}sparren/", conference_views.coaching, name="coaching"),
    path(f"{HERE}sparren/vragen/", conference_views.ask_for_coaching, name="ask_for_coaching"),
    path(f"{HERE}sparren/gedaan/", conference_views.hold_coaching, name="hold_coaching"),
]
