"""The public site, asking for a conference, and the pages about the request itself."""

from django.urls import path

from kring.referral import asking, public_views, request_views, views  # noqa: F401  (asking registers its prompts)

app_name = "referral"
READ = {
    "": "home",
    "zo-werkt-het/": "how_it_works",
    "voor-professionals/": "for_professionals",
    "voor-gemeenten/": "for_municipalities",
    "jouw-recht/": "your_right",
    "dit-beloven-wij/": "promises",
    "besloten-tijd/": "private_time",
    "wat-wij-bewaren/": "privacy",
    "toegankelijkheid/": "accessible",
}
ABOUT = "c/<slug:slug>/aanmelding/"
urlpatterns = [path(route, public_views.text, {"page": name}, name=name) for route, name in READ.items()] + [
    path("eerst-praten/", public_views.talk_first, name="talk_first"),
    path("eerst-praten/dank/", public_views.text, {"page": "talk_first_thanks"}, name="talk_first_thanks"),
    path("aanvragen/", request_views.ask, name="ask"),
    path("aanvragen/ontvangen/<slug:token>/", request_views.received, name="received"),
    path("aanvragen/<slug:route>/", request_views.ask_by, name="ask_by"),
    path(ABOUT, views.show, name="show"),
    path(f"{ABOUT}gesprek/", views.talk, name="talk"),
    path(f"{ABOUT}verbeteren/", views.correct, name="correct"),
    path(f"{ABOUT}ja/", views.say_yes, name="say_yes"),
    path(f"{ABOUT}nee/", views.say_no, name="say_no"),
    path(f"{ABOUT}bedankt/", views.answered, name="answered"),
]
