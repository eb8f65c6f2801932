"""The Friday stories: to read, to get by mail, and the desk of the editors."""

from django.urls import path

from kring.stories import appearing_views, desk_views, own_views, reader_views, testimonial_views, views

app_name = "stories"
READ = "vrijdagverhalen/"
DESK = "werk/vrijdagverhalen/"
ONE = f"{DESK}<slug:slug>/"
SOMEBODY = f"{ONE}wie/<slug:person>/"
urlpatterns = [
    path(READ, views.listed, name="list"),
    path(f"{READ}atom.xml", views.feed, name="feed"),
    path(f"{READ}inschrijven/", reader_views.subscribe, name="subscribe"),
    path(f"{READ}inschrijven/kijk-in-uw-mail/", reader_views.look_in_mail, name="look_in_mail"),
    path(f"{READ}inschrijven/<slug:code>/", reader_views.confirm, name="confirm"),
    path(f"{READ}afmelden/", reader_views.leave, name="leave"),
    path(f"{READ}afmelden/kijk-in-uw-mail/", reader_views.leave_in_mail, name="leave_in_mail"),
    path(f"{READ}afmelden/<slug:code>/", reader_views.leave_at_once, name="leave_at_once"),
    path(f"{READ}eigen/<slug:code>/", own_views.own, name="own"),
    path(f"{READ}eigen/<slug:code>/foto/", own_views.own_photo, name="own_photo"),
    path(f"{READ}<slug:slug>/", views.story, name="story"),
    path(f"{READ}<slug:slug>/foto/", views.photo, name="photo"),
    path("eigen-woorden/<slug:code>/", own_views.own_words, name="own_words"),
    path(DESK, desk_views.desk, name="desk"),
    path(f"{DESK}nieuw/", desk_views.new, name="new"),
    path(f"{DESK}redactie/", desk_views.editors, name="editors"),
    path(f"{DESK}redactie/<slug:person>/weg/", desk_views.no_editor, name="no_editor"),
    path(ONE, desk_views.edit, name="edit"),
    path(f"{ONE}tekst/", desk_views.text, name="text"),
    path(f"{ONE}foto/", desk_views.picture, name="picture"),
    path(f"{ONE}foto/bestand/", desk_views.picture_file, name="picture_file"),
    path(f"{ONE}foto/weg/", desk_views.hide_picture, name="hide_picture"),
    path(f"{ONE}namen/", desk_views.change_names, name="change_names"),
    path(f"{ONE}nagelezen/", desk_views.look_over, name="look_over"),
    path(f"{ONE}vrijdag/", desk_views.plan, name="plan"),
    path(f"{ONE}weg/", desk_views.take_away, name="take_away"),
    path(f"{ONE}wissen/", desk_views.erase, name="erase"),
    path(f"{ONE}wie/", appearing_views.add_person, name="add_person"),
    path(f"{SOMEBODY}ja/", appearing_views.note_yes, name="note_yes"),
    path(f"{SOMEBODY}nee/", appearing_views.note_no, name="note_no"),
    path(f"{SOMEBODY}eruit/", appearing_views.leave_out, name="leave_out"),
    path(f"{SOMEBODY}mail/", appearing_views.mail_link, name="mail_link"),
    path("werk/ervaringen/", testimonial_views.testimonials, name="testimonials"),
    path("werk/ervaringen/<slug:said>/weg/", testimonial_views.withdraw, name="withdraw"),
]
