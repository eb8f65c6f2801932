"""The office: the words of the evaluation, and what comes back on paper."""

from django.urls import path

from kring.followup import evaluation_desk_views as views

app_name = "evaluation"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("nieuw/", views.begin, name="begin"),
    path("papier/", views.code, name="code"),
    path("papier/<slug:code>/", views.from_paper, name="from_paper"),
    path("vragen/<slug:slug>/", views.wording, name="wording"),
    path("vragen/<slug:slug>/geprobeerd/", views.trial, name="trial"),
    path("vragen/<slug:slug>/gebruik/", views.use, name="use"),
]
