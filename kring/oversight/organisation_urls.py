"""The organisation itself: who we are, the words of our letters, our lists of words."""

from django.urls import path

from kring.oversight import organisation_views

app_name = "house"
urlpatterns = [
    path("logo/<slug:logo>/", organisation_views.logo, name="logo"),
    path("werk/organisatie/", organisation_views.organisation, name="organisation"),
    path("werk/organisatie/logo/", organisation_views.add_logo, name="add_logo"),
    path("werk/organisatie/logo/weg/", organisation_views.drop_logo, name="drop_logo"),
]
