"""The register of places, at the desk."""

from django.urls import path

from kring.preparation import place_views

app_name = "venues"
urlpatterns = [
    path("", place_views.venues, name="register"),
    path("nieuw/", place_views.new_venue, name="new"),
    path("<slug:venue>/", place_views.venue, name="venue"),
    path("<slug:venue>/te-huur/", place_views.stop_venue, name="stop"),
]
