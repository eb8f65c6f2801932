"""Figures: for everybody, at the desks, for municipalities, and the sum they can make themselves."""

from django.urls import path

from kring.oversight import figure_views

app_name = "figures"
DESK = "werk/cijfers/"
urlpatterns = [
    path("cijfers/", figure_views.public, name="public"),
    path("cijfers/rekenen/", figure_views.calculate, name="calculate"),
    path(DESK, figure_views.desk, name="desk"),
    path(f"{DESK}verslag/", figure_views.ask_for_report, name="ask_report"),
    path(f"{DESK}verslag/<slug:report>/", figure_views.report, name="report"),
    path(f"{DESK}verslag/<slug:report>/jaarcijfers.pdf", figure_views.paper, name="paper"),
    path("werk/gemeente/", figure_views.town, name="town"),
    path("werk/meekijkers/", figure_views.lookers, name="lookers"),
    path("werk/meekijkers/<slug:seat>/weg/", figure_views.end_looking, name="end_looking"),
]
