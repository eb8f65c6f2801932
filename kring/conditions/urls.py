"""Conditions to the plan."""

from django.urls import path

from kring.conditions import asking, views  # noqa: F401

app_name = "conditions"
urlpatterns = [
    path("voorwaarden/", views.show, name="show"),
    path("voorwaarden/uitreiken/", views.issue, name="issue"),
    path("voorwaarden/schrijven/", views.write, name="write"),
    path("voorwaarden/schrijven/erbij/", views.add, name="add"),
    path("voorwaarden/schrijven/inleveren/", views.hand_in, name="hand_in"),
    path("voorwaarden/schrijven/<slug:condition>/weg/", views.remove, name="remove"),
    path("voorwaarden/gelezen/", views.tick, name="tick"),
    path("voorwaarden/<slug:form>/eerst-lezen/", views.react, name="react"),
    path("voorwaarden/<slug:form>/delen/", views.release, name="release"),
]
