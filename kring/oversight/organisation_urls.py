"""The organisation itself: who we are, the words of our letters, our lists of words."""

from django.urls import path

from kring.oversight import lettering_views, organisation_views, wordlist_views

app_name = "house"
urlpatterns = [
    path("logo/<slug:logo>/", organisation_views.logo, name="logo"),
    path("werk/organisatie/", organisation_views.organisation, name="organisation"),
    path("werk/organisatie/logo/", organisation_views.add_logo, name="add_logo"),
    path("werk/organisatie/logo/weg/", organisation_views.drop_logo, name="drop_logo"),
    path("werk/teksten/", lettering_views.letters, name="letters"),
    path("werk/teksten/<slug:letter>/", lettering_views.letter, name="letter"),
    path("werk/teksten/<slug:letter>/terug/", lettering_views.put_back, name="put_back"),
    path("werk/woordenlijsten/", wordlist_views.wordlists, name="wordlists"),
    path("werk/woordenlijsten/<slug:name>/", wordlist_views.wordlist, name="wordlist"),
    path("werk/woordenlijsten/<slug:name>/<slug:code>/", wordlist_views.word, name="word"),
    path("werk/woordenlijsten/<slug:name>/<slug:code>/uit/", wordlist_views.retire, name="retire"),
    path("werk/woordenlijsten/<slug:name>/<slug:code>/weer/", wordlist_views.offer_again, name="offer_again"),
]
