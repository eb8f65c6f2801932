"""The public site, asking for a conference, and the pages about the request itself."""

from django.urls import path

from kring.referral import (
    asking,  # noqa: F401  (registers its prompts)
    desk_views,
    earlier_views,
    office_views,
    people_views,
    public_views,
    region_views,
    request_views,
    returning_views,
    views,
)

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
    "nee-is-ook-goed/": "when_no",
    "wie-wij-zijn/": "who_we_are",
}
ABOUT = "c/<slug:slug>/aanmelding/"
urlpatterns = [path(route, public_views.text, {"page": name}, name=name) for route, name in READ.items()] + [
    path("eerst-praten/", public_views.talk_first, name="talk_first"),
    path("eerst-praten/dank/<slug:token>/", public_views.talk_first_thanks, name="talk_first_thanks"),
    path("eerst-praten/toch-niet/<slug:token>/", public_views.take_back, name="take_back"),
    path("kort/", public_views.remember, name="remember_short"),
    path("folder/<slug:which>/", public_views.leaflet, name="leaflet"),
    path("tip-iemand/", public_views.pass_on, name="pass_on"),
    path("tip-iemand/kaartjes/", public_views.cards, name="cards"),
    path("iets-voor-mij/", public_views.for_me, name="for_me"),
    path("anbi/", public_views.anbi, name="anbi"),
    path("werk/anbi/", office_views.papers, name="papers"),
    path("werk/anbi/<slug:kind>/", office_views.paper, name="paper"),
    path("werk/regios/<slug:region>/overdragen/", region_views.hand_over_region, name="hand_over_region"),
    path("aanvragen/", request_views.ask, name="ask"),
    path("aanvragen/ontvangen/<slug:token>/", request_views.received, name="received"),
    path("aanvragen/ontvangen/<slug:token>/overzicht/", request_views.summary, name="summary"),
    path("aanvragen/verder/", request_views.go_on, name="go_on"),
    path("aanvragen/<slug:route>/", request_views.ask_by, name="ask_by"),
    path("werk/aanvraag/", desk_views.begin, name="begin"),
    path("werk/aanvraag/<slug:route>/", desk_views.write_down, name="write_down"),
    path("dank-je/", returning_views.thanks, name="thanks"),
    path("toch-nog-eens/", returning_views.ask_again, name="ask_again"),
    path(ABOUT, views.show, name="show"),
    path(f"{ABOUT}gesprek/", views.talk, name="talk"),
    path(f"{ABOUT}wat-u-vroeg/", views.own, name="own"),
    path(f"{ABOUT}startvragen/", views.check_start, name="check_start"),
    path(f"{ABOUT}startvragen/besproken/", views.talked_over, name="talked_over"),
    path(f"{ABOUT}hoofdpersonen/", people_views.people, name="people"),
    path(f"{ABOUT}hoofdpersonen/erbij/", people_views.add, name="add_main_person"),
    path(f"{ABOUT}hoofdpersonen/<slug:person>/", people_views.change, name="main_person"),
    path(f"{ABOUT}hoofdpersonen/<slug:person>/ouder/", people_views.add_parent, name="add_parent"),
    path(f"{ABOUT}hoofdpersonen/<slug:person>/zegt/", people_views.child_says, name="child_says"),
    path(f"{ABOUT}gezag/<slug:authority>/", people_views.authority, name="authority"),
    path(f"{ABOUT}eerder/", earlier_views.look, name="earlier"),
    path(f"{ABOUT}eerder/<slug:found>/", earlier_views.link, name="link_earlier"),
    path(f"{ABOUT}verbeteren/", views.correct, name="correct"),
    path(f"{ABOUT}ja/", views.say_yes, name="say_yes"),
    path(f"{ABOUT}nee/", views.say_no, name="say_no"),
    path(f"{ABOUT}bedankt/", views.answered, name="answered"),
]
