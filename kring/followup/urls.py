"""The pages of the months after."""

from django.urls import path

from kring.followup import asking, views  # noqa: F401  (asking hangs questions on the conference's page)

app_name = "followup"
urlpatterns = [
    path("afspraken/", views.mine, name="mine"),
    path("afspraken/papier/", views.slip, name="slip"),
    path("afspraken/<slug:agreement>/ja/", views.accept, name="accept"),
    path("afspraken/<slug:agreement>/terug/", views.hand_back, name="hand_back"),
    path("afspraken/<slug:agreement>/hoe/", views.went, name="went"),
    path("afspraken/<slug:agreement>/ik/", views.take_on, name="take_on"),
    path("gevraagd/<slug:help>/", views.reply, name="reply"),
    path("hoe-het-gaat/", views.how, name="how"),
    path("voortgang/", views.progress, name="progress"),
    path("bij-elkaar/", views.call, name="call"),
    path("weer-achter-de-deur/", views.reconvene, name="reconvene"),
    path("vraag/", views.ask, name="ask"),
    path("vraag/<slug:asking>/", views.asked, name="asked"),
    path("opvolggesprek/", views.contact, name="contact"),
    path("afronden/", views.close, name="close"),
]
