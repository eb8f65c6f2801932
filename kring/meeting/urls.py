"""The pages of the day; those of the sealed room stand in room_urls."""

from django.urls import include, path

from kring.meeting import asking, views  # noqa: F401  (asking hangs its questions on the conference's own page)

app_name = "meeting"
urlpatterns = [
    path("besloten/", include("kring.meeting.room_urls")),
    path("de-dag/", views.day, name="day"),
    path("de-dag/openen/", views.open_the_day, name="open_the_day"),
    path("de-dag/wie-is-er/", views.attendance, name="attendance"),
    path("de-dag/op-papier/", views.paper_first, name="paper_first"),
    path("de-dag/afgelopen/", views.end, name="end"),
    path("de-deur/", views.door, name="door"),
    path("de-deur/stand/", views.state, name="state"),
    path("de-deur/dicht/", views.close_the_door, name="close_the_door"),
    path("de-deur/ik-kom/", views.come, name="come"),
    path("de-deur/zij-riepen-ons/", views.record_call, name="record_call"),
    path("achter-de-deur/", views.behind_the_door, name="behind_the_door"),
    path("achter-de-deur/op-papier/", views.on_paper, name="on_paper"),
    path("achter-de-deur/roepen/", views.call_coordinator, name="call_coordinator"),
    path("achter-de-deur/wij-zijn-klaar/", views.say_ready, name="say_ready"),
    path("achter-de-deur/toch-nog-niet/", views.not_yet, name="not_yet"),
]
