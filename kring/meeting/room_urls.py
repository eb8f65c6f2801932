"""The addresses of the sealed room."""

from django.urls import path

from kring.meeting import room_views

urlpatterns = [
    path("", room_views.private_time, name="private_time"),
    path("kamer/", room_views.room, name="room"),
    path("bewaarder.js", room_views.page_keeper, name="page_keeper"),
    path("maak/", room_views.make_room, name="make_room"),
    path("notitie/<uuid:uuid>/", room_views.note, name="note"),
    path("klaar/", room_views.ask_for_the_door, name="ask_for_the_door"),
    path("toch-niet/", room_views.take_back, name="take_back"),
    path("roep/", room_views.call, name="call"),
    path("papier/", room_views.paper, name="paper"),
    path("wis/", room_views.wipe_room, name="wipe"),
]
