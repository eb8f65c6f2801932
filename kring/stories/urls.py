"""The Friday stories."""

from django.urls import path

from kring.stories import views

app_name = "stories"
urlpatterns = [
    path("", views.listed, name="list"),
    path("<slug:slug>/", views.story, name="story"),
]
