"""The pages of the demo; they exist in demo mode only."""

from django.urls import path

from kring.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.cast, name="cast"),
    path("als/<slug:slug>/", views.become, name="become"),
    path("post/", views.post, name="post"),
    path("post/<slug:slug>/", views.letter, name="letter"),
]
