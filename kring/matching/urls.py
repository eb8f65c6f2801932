"""The coordinator's desk, the register, and within a conference: finding a coordinator, first contact, coaching."""

from django.urls import path

from kring.matching import asking, conference_views, own_views, register_views, team_views, views  # noqa: F401

app_name = "matching"
HERE = "c/<slug:slug>/"
urlpatterns = [
    path("werk/mijn-conferenties/", views.mine, name="mine"),
    path("werk/beschikbaar/", views.available, name="available"),
    path("werk/voorstel/<slug:slug>/", views.offer, name="offer"),
    path("werk/voorstel/<slug:slug>/nee/", views.decline, name="decline"),
    path("werk/post/<slug:slug>/gedaan/", views.tick_off, name="tick_off"),
    path("werk/post/<slug:slug>/opnieuw/", views.try_again, name="try_again"),
    path("werk/post/<slug:slug>/brief.pdf", views.paper, name="paper"),
    path("werk/mijn-gegevens/", own_views.about_me, name="about_me"),
    path("werk/mijn-gegevens/weken/", own_views.add_period, name="add_period"),
    path("werk/mijn-gegevens/weken/<slug:period>/weg/", own_views.drop_period, name="drop_period"),
    path("werk/mijn-gegevens/foto/", own_views.photo, name="my_photo"),
    path("werk/mijn-gegevens/foto/nieuw/", own_views.add_photo, name="add_photo"),
    path("werk/mijn-gegevens/foto/weg/", own_views.drop_photo, name="drop_photo"),
    path("werk/coordinatoren/", register_views.register, name="register"),
    path("werk/coordinatoren/nieuw/", register_views.new, name="new_coordinator"),
    path("werk/coordinatoren/afspraken/", register_views.terms, name="terms"),
    path("werk/coordinatoren/<slug:person>/", register_views.registered, name="registered"),
    path("werk/coordinatoren/<slug:person>/foto/", register_views.photo, name="photo_at_the_desk"),
    path("werk/coordinatoren/<slug:person>/papieren/", register_views.on_paper, name="on_paper"),
    path("werk/coordinatoren/<slug:person>/bel-mij/", register_views.call_me, name="call_me"),
    path("werk/coordinatoren/<slug:person>/stopt/", register_views.stop, name="stop_coordinator"),
    path("werk/coordinatoren/<slug:person>/begint-weer/", register_views.begin_again, name="begin_again"),
    path(f"{HERE}coordinator-zoeken/", conference_views.find, name="find"),
    path(f"{HERE}voorstel/<slug:offer>/intrekken/", conference_views.withdraw, name="withdraw"),
    path(f"{HERE}eerste-contact/", conference_views.first_contact, name="first_contact"),
    path(f"{HERE}coordinator/", conference_views.who, name="who"),
    path(f"{HERE}coordinator/foto/", conference_views.photo, name="photo"),
    path(f"{HERE}coordinator/anders/", conference_views.another, name="another"),
    path(f"{HERE}overdragen/", team_views.hand_over, name="hand_over"),
    path(f"{HERE}overdragen/vergoeding/", team_views.divide, name="divide"),
    path(f"{HERE}ik-ken-ze/", team_views.know_them, name="know_them"),
    path(f"{HERE}coach/", team_views.choose_coach, name="choose_coach"),
    path(f"{HERE}sparren/", team_views.coaching, name="coaching"),
    path(f"{HERE}sparren/schrijven/", team_views.write_note, name="write_note"),
    path(f"{HERE}sparren/vragen/", team_views.ask_for_coaching, name="ask_for_coaching"),
    path(f"{HERE}sparren/gedaan/", team_views.hold_coaching, name="hold_coaching"),
]
