"""A conference's own pages: where it stands, and what can always be done with it."""

from django.urls import path

from kring.conference import views

app_name = "conference"
urlpatterns = [
    path("", views.show, name="show"),
    path("namens/", views.for_someone, name="for_someone"),
    path("link/<slug:person>/intrekken/", views.withdraw_link, name="withdraw_link"),
    path("stoppen/", views.stop, name="stop"),
    path("rustig-aan/", views.rest, name="rest"),
    path("meekijken/", views.consent, name="consent"),
    path("logboek/", views.journal, name="journal"),
]
