"""Conditions to the plan."""

from django.urls import path

from kring.conditions import (
    asking,  # noqa: F401  (it hangs its questions on the conference's own page)
    checking_views,
    explaining_views,
    reading_views,
    views,
    writing_views,
)

app_name = "conditions"
urlpatterns = [
    path("voorwaarden/", views.show, name="show"),
    path("voorwaarden/papier.pdf", views.paper, name="paper"),
    path("voorwaarden/uitreiken/", views.issue, name="issue"),
    path("voorwaarden/schrijven/", writing_views.write, name="write"),
    path("voorwaarden/schrijven/erbij/", writing_views.add, name="add"),
    path("voorwaarden/schrijven/inleveren/", writing_views.hand_in, name="hand_in"),
    path("voorwaarden/schrijven/<slug:condition>/", writing_views.reword, name="reword"),
    path("voorwaarden/schrijven/<slug:condition>/weg/", writing_views.remove, name="remove"),
    path("voorwaarden/intrekken/<slug:condition>/", writing_views.withdraw, name="withdraw"),
    path("voorwaarden/gelezen/", reading_views.tick, name="tick"),
    path("voorwaarden/toch-niet-gelezen/", reading_views.untick, name="untick"),
    path("voorwaarden/voorlezen/", reading_views.tell, name="tell"),
    path("voorwaarden/delen/", views.release, name="release"),
    path("voorwaarden/tegenspraak/", checking_views.contradict, name="contradict"),
    path("voorwaarden/tegenspraak/<slug:contradiction>/", checking_views.solve, name="solve"),
    path("voorwaarden/andere-woorden/<slug:words>/", views.sent_along, name="sent_along"),
    path("voorwaarden/andere-woorden/<slug:words>/weg/", explaining_views.unexplain, name="unexplain"),
    path("voorwaarden/<slug:form>/eerst-lezen/", reading_views.react, name="react"),
    path("voorwaarden/<slug:form>/nakijken/", checking_views.check, name="check"),
    path("voorwaarden/<slug:form>/andere-woorden/", explaining_views.explain, name="explain"),
    path("voorwaarden/<slug:form>/terugnemen/", views.take_back, name="take_back"),
    path("voorwaarden/<slug:form>/opnieuw/", views.reopen, name="reopen"),
]
