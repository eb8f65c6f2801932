"""The pages of the months after."""

from django.urls import path

from kring.followup import (  # noqa: F401  (they hang questions on the conference's page)
    asking,
    asking_contact,
    calling_views,
    circle_views,
    closing_views,
    contact_views,
    keeping_views,
    talk_views,
)

app_name = "followup"
urlpatterns = [
    path("afspraken/", keeping_views.mine, name="mine"),
    path("afspraken/papier/", keeping_views.slip, name="slip"),
    path("afspraken/<slug:agreement>/ja/", keeping_views.accept, name="accept"),
    path("afspraken/<slug:agreement>/terug/", keeping_views.hand_back, name="hand_back"),
    path("afspraken/<slug:agreement>/hoe/", keeping_views.went, name="went"),
    path("afspraken/<slug:agreement>/ik/", keeping_views.take_on, name="take_on"),
    path("gevraagd/<slug:help>/", keeping_views.reply, name="reply"),
    path("hoe-het-gaat/", circle_views.how, name="how"),
    path("voortgang/", talk_views.progress, name="progress"),
    path("bij-elkaar/", calling_views.call, name="call"),
    path("weer-achter-de-deur/", talk_views.reconvene, name="reconvene"),
    path("vraag/", calling_views.ask, name="ask"),
    path("vraag/<slug:asking>/", calling_views.asked, name="asked"),
    path("opvolggesprek/", contact_views.contact, name="contact"),
    path("afronden/", closing_views.close, name="close"),
]
